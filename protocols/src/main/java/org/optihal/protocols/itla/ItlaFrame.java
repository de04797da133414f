package org.optihal.protocols.itla;

import java.util.Locale;

/**
 * The 32-bit ITLA packet, held in an {@code int} with the first byte on the wire in bits 31:24.
 *
 * <pre>
 * bits    host to module             module to host
 * 31:28   BIP-4 checksum             BIP-4 checksum
 * 27      LstRsp: resend the reply   CE: the request arrived damaged
 * 26      0                          1, though some older firmware sends 0
 * 25:24   0, R/W (1 = write)         status
 * 23:16   register                   register, echoed
 * 15:0    data, 0 on a read          data
 * </pre>
 *
 * <p>BIP-4 is a parity for each of the four bit columns of the eight nibbles: it sees every single
 * flipped bit and misses one random corruption in sixteen, so match the register echo as well.
 */
public final class ItlaFrame {
  /** Bytes of a packet, in either direction. */
  public static final int LENGTH = 4;

  /** Four zero bytes: a valid read of NOP, and therefore what a lost host may send to realign. */
  public static final int READ_NOP = 0;

  private static final int BODY_MASK = 0x0FFF_FFFF;
  private static final int CHECKSUM_SHIFT = 28;
  private static final int BIT_27 = 1 << 27;
  private static final int REPLY_MARK = 1 << 26;
  private static final int STATUS_SHIFT = 24;
  private static final int WRITE = 1 << 24;
  private static final int REGISTER_SHIFT = 16;
  private static final int REGISTER_MASK = 0xFF;

  private ItlaFrame() {}

  /** Builds a host packet; {@code register} is 0..0xFF and {@code data} 0..0xFFFF, 0 for a read. */
  public static int request(boolean write, int register, int data) {
    return seal((write ? WRITE : 0) | payload(register, data));
  }

  /**
   * Builds the host packet that asks for the last reply again without executing anything.
   *
   * <p>It names NOP: a module that ignores LstRsp then answers a harmless read, whose register echo
   * gives it away.
   */
  public static int lastResponseRequest() {
    return seal(BIT_27);
  }

  /** Builds a module packet; {@code register} is 0..0xFF and {@code data} 0..0xFFFF. */
  public static int reply(ItlaStatus status, int register, int data) {
    return seal(REPLY_MARK | (status.code() << STATUS_SHIFT) | payload(register, data));
  }

  /** Returns the module packet {@code reply} with CE set and the checksum recomputed. */
  public static int withCommunicationError(int reply) {
    return seal(reply | BIT_27);
  }

  /** The checksum nibble, 0..15, that the lower 28 bits of {@code packet} call for. */
  public static int bip4(int packet) {
    int folded = packet & BODY_MASK;
    folded ^= folded >>> 16;
    folded ^= folded >>> 8;
    return (folded ^ (folded >>> 4)) & 0xF;
  }

  /**
   * Whether the checksum fits; true for all zeros and all ones too, as a stuck line may send them.
   */
  public static boolean isValid(int packet) {
    return packet >>> CHECKSUM_SHIFT == bip4(packet);
  }

  /** The checksum nibble as received, 0..15. */
  public static int checksum(int packet) {
    return packet >>> CHECKSUM_SHIFT;
  }

  /** Host packets: whether a write is asked for. */
  public static boolean isWrite(int request) {
    return (request & WRITE) != 0;
  }

  /** Host packets: whether LstRsp asks for the last reply again. */
  public static boolean isLastResponseRequest(int request) {
    return (request & BIT_27) != 0;
  }

  /** Module packets: whether CE says that the request arrived damaged and was not executed. */
  public static boolean communicationError(int reply) {
    return (reply & BIT_27) != 0;
  }

  /**
   * Module packets: whether bit 26 is set; a hint only, for a clear bit means older firmware, an
   * echoed request, or a line stuck low.
   */
  public static boolean isReplyMarked(int reply) {
    return (reply & REPLY_MARK) != 0;
  }

  /** Module packets: how the command went. */
  public static ItlaStatus status(int reply) {
    return ItlaStatus.of(reply >>> STATUS_SHIFT);
  }

  /** The register number, 0..0xFF. */
  public static int register(int packet) {
    return (packet >>> REGISTER_SHIFT) & REGISTER_MASK;
  }

  /** The data word, 0..0xFFFF; {@link ItlaRegister#value} applies the sign. */
  public static int data(int packet) {
    return packet & Words.MASK;
  }

  /** Writes the four bytes of {@code packet} to {@code target} from {@code offset} on. */
  public static void encode(int packet, byte[] target, int offset) {
    target[offset] = (byte) (packet >>> 24);
    target[offset + 1] = (byte) (packet >>> 16);
    target[offset + 2] = (byte) (packet >>> 8);
    target[offset + 3] = (byte) packet;
  }

  /** Reads four bytes of {@code source} from {@code offset} on, whether they are valid or not. */
  public static int decode(byte[] source, int offset) {
    return (source[offset] << 24)
        | ((source[offset + 1] & 0xFF) << 16)
        | ((source[offset + 2] & 0xFF) << 8)
        | (source[offset + 3] & 0xFF);
  }

  private static int payload(int register, int data) {
    if ((register & ~REGISTER_MASK) != 0) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "ITLA register must be 0..0xFF, got %d", register));
    }
    return (register << REGISTER_SHIFT) | Words.require(data);
  }

  private static int seal(int packet) {
    return (packet & BODY_MASK) | (bip4(packet) << CHECKSUM_SHIFT);
  }
}
