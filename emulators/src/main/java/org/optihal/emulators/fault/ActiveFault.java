package org.optihal.emulators.fault;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.optihal.emulators.wire.ByteFilter.Piece;

/** What one fault makes of transfers in its direction, until it is over. */
abstract class ActiveFault {
  /** What happens to one byte. */
  interface Harm {
    void apply(ByteArrayOutputStream out, int b);
  }

  abstract List<Piece> pass(List<Piece> pieces);

  abstract boolean isOver(long nanos);

  /** Harms {@code count} bytes after sparing some. */
  static ActiveFault onBytes(long spare, long count, Harm harm) {
    return new ActiveFault() {
      private long spared = spare;
      private long left = count;

      @Override
      List<Piece> pass(List<Piece> pieces) {
        return pieces.stream().map(this::pass).toList();
      }

      private Piece pass(Piece piece) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte b : piece.bytes()) {
          if (spared > 0) {
            spared--;
            out.write(b);
          } else if (left > 0) {
            left--;
            harm.apply(out, b);
          } else {
            out.write(b);
          }
        }
        return new Piece(out.toByteArray(), piece.delayNanos());
      }

      @Override
      boolean isOver(long nanos) {
        return left == 0;
      }
    };
  }

  /** Holds {@code count} transfers back. */
  static ActiveFault late(long count, long byNanos) {
    return new ActiveFault() {
      private long left = count;

      @Override
      List<Piece> pass(List<Piece> pieces) {
        if (left == 0 || pieces.isEmpty()) {
          return pieces;
        }
        left--;
        List<Piece> later = new ArrayList<>(pieces);
        later.set(0, new Piece(pieces.get(0).bytes(), pieces.get(0).delayNanos() + byNanos));
        return later;
      }

      @Override
      boolean isOver(long nanos) {
        return left == 0;
      }
    };
  }

  /** Cuts {@code count} transfers in two, with a pause between. */
  static ActiveFault split(long count, int first, long byNanos) {
    return new ActiveFault() {
      private long left = count;

      @Override
      List<Piece> pass(List<Piece> pieces) {
        if (left == 0 || pieces.isEmpty() || pieces.get(0).bytes().length <= first) {
          return pieces;
        }
        left--;
        Piece whole = pieces.get(0);
        byte[] head = Arrays.copyOf(whole.bytes(), first);
        byte[] tail = Arrays.copyOfRange(whole.bytes(), first, whole.bytes().length);
        List<Piece> parts = new ArrayList<>(pieces);
        parts.set(0, new Piece(head, whole.delayNanos()));
        parts.add(1, new Piece(tail, byNanos));
        return parts;
      }

      @Override
      boolean isOver(long nanos) {
        return left == 0;
      }
    };
  }

  /** Lets nothing pass until {@code endNanos}. */
  static ActiveFault silence(long endNanos) {
    return new ActiveFault() {
      @Override
      List<Piece> pass(List<Piece> pieces) {
        return List.of();
      }

      @Override
      boolean isOver(long nanos) {
        return nanos >= endNanos;
      }
    };
  }
}
