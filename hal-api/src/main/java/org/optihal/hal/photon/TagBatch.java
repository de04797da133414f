package org.optihal.hal.photon;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.error.HalException;

/**
 * Tags in the order in which the device sent them, in plain arrays. It is filled again and again
 * and belongs to one thread at a time.
 */
public final class TagBatch {
  private static final TagKind[] KINDS = TagKind.values();

  private final long[] picos;
  private final short[] channels;
  private final byte[] kinds;
  private long @Nullable [] missed; // losses are rare: no memory before the first one
  private int size;

  public TagBatch(int capacity) {
    if (capacity < 1) {
      throw HalException.outOfRange("a batch holds at least one tag");
    }
    picos = new long[capacity];
    channels = new short[capacity];
    kinds = new byte[capacity];
  }

  public int capacity() {
    return picos.length;
  }

  public int size() {
    return size;
  }

  public boolean isFull() {
    return size == picos.length;
  }

  public void clear() {
    size = 0;
  }

  /**
   * Adds anything but a loss.
   *
   * @throws IllegalStateException when the batch is full
   */
  public void add(TagKind kind, int channel, long time) {
    if (kind == TagKind.MISSED) {
      throw new IllegalArgumentException("say how many: addMissed");
    }
    put(kind, channel, time);
  }

  /**
   * Tags of one channel that were lost up to a time.
   *
   * @throws IllegalStateException when the batch is full
   */
  public void addMissed(int channel, long time, long count) {
    if (count < 1) {
      throw new IllegalArgumentException("a loss of " + count + " tags");
    }
    put(TagKind.MISSED, channel, time);
    if (missed == null) {
      missed = new long[picos.length];
    }
    missed[size - 1] = count;
  }

  @SuppressWarnings("EnumOrdinal") // a byte per tag; the number never leaves this object
  private void put(TagKind kind, int channel, long time) {
    if (channel != (short) channel) {
      throw new IllegalArgumentException("channel " + channel + " is out of range");
    }
    if (isFull()) {
      throw new IllegalStateException("the batch is full with " + size + " tags");
    }
    picos[size] = time;
    channels[size] = (short) channel;
    kinds[size] = (byte) kind.ordinal();
    size++;
  }

  /** Picoseconds since the stream's own zero. */
  public long picos(int i) {
    return picos[check(i)];
  }

  /** As {@link PulseInput#channel} numbers them. */
  public int channel(int i) {
    return channels[check(i)];
  }

  public TagKind kind(int i) {
    return KINDS[kinds[check(i)]];
  }

  /** How many tags a MISSED stands for; 0 for all other kinds. */
  public long missed(int i) {
    return kind(i) == TagKind.MISSED && missed != null ? missed[i] : 0;
  }

  private int check(int i) {
    return Objects.checkIndex(i, size);
  }
}
