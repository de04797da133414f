package org.optihal.drivers.laser;

import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.optihal.drivers.port.Exchange;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.protocols.itla.AeaString;
import org.optihal.protocols.itla.ItlaError;
import org.optihal.protocols.itla.ItlaFrame;
import org.optihal.protocols.itla.ItlaRegister;
import org.optihal.protocols.itla.ItlaStatus;
import org.optihal.protocols.itla.NopWord;

/**
 * One exchange with an ITLA module, inside a session. A damaged answer is asked for again with
 * LstRsp, which executes nothing; BIP-4 misses one random corruption in sixteen, the register echo
 * leaves one in 4096 of those that hit anything else, and {@code confirm} compares two copies of
 * the answer.
 */
final class ItlaTransaction {
  private static final int RESENDS = 2;

  private final Exchange exchange;
  private final boolean confirm;
  private final byte[] buffer = new byte[ItlaFrame.LENGTH];

  /**
   * @param confirm whether each answer is fetched twice and compared
   */
  ItlaTransaction(Exchange exchange, boolean confirm) {
    this.exchange = exchange;
    this.confirm = confirm;
  }

  Exchange exchange() {
    return exchange;
  }

  /** Reads a word, 0..0xFFFF. */
  int read(ItlaRegister register) {
    return ItlaFrame.data(send(ItlaFrame.request(false, register.number(), 0), register));
  }

  /** Reads a word with the register's sign. */
  int value(ItlaRegister register) {
    return register.value(read(register));
  }

  /**
   * Whether the module sends its last answer again when asked with LstRsp, as the standard says.
   * One that does not know it answers a read of NOP; any other answer is damage, or comes of a byte
   * too many on the way out.
   */
  boolean resends() {
    int request = ItlaFrame.request(false, ItlaRegister.OPSH.number(), 0);
    int reply = exchangeOnce(request);
    check(reply, request, ItlaRegister.OPSH);
    int copy = exchangeOnce(ItlaFrame.lastResponseRequest());
    if (copy == reply) {
      return true;
    }
    check(copy, ItlaFrame.lastResponseRequest(), ItlaRegister.NOP);
    return false;
  }

  /**
   * A value that the module can mean; anything else is taken for a damaged answer that BIP-4
   * missed.
   *
   * @throws HalException UNEXPECTED_REPLY, so that it is asked again
   */
  static long plausible(long value, long low, long high, String what) {
    if (value < low || value > high) {
      throw new HalException(
          Kind.UNEXPECTED_REPLY,
          Outcome.UNKNOWN,
          "the module reports " + what + " " + value + ", which cannot be");
    }
    return value;
  }

  /**
   * Writes a value that is known to be in range, and reads it back. A module that refuses it as out
   * of range may have got another one, by damage that BIP-4 missed: it is told once more.
   */
  void set(ItlaRegister register, int value) {
    try {
      write(register, value);
    } catch (HalException e) {
      if (e.kind() != Kind.OUT_OF_RANGE) {
        throw e;
      }
      write(register, value);
    }
    int is = value(register);
    if (is != value) {
      throw new HalException(
          Kind.UNEXPECTED_REPLY,
          Outcome.UNKNOWN,
          register.mnemonic() + " was set to " + value + " and reads " + is);
    }
  }

  /** Reads a word that an older or foreign module may not have; null then. */
  @Nullable Integer readIfThere(ItlaRegister register) {
    try {
      return value(register);
    } catch (HalException e) {
      if (ItlaError.RNI.name().equals(e.context().deviceCode())) {
        return null;
      }
      throw e;
    }
  }

  NopWord nop() {
    return new NopWord(read(ItlaRegister.NOP));
  }

  /** Writes a value; true when the module goes on working at it (CP). */
  boolean write(ItlaRegister register, int value) {
    int request = ItlaFrame.request(true, register.number(), register.word(value));
    return ItlaFrame.status(send(request, register)) == ItlaStatus.CP;
  }

  /** Reads a text by automatic extended addressing. */
  String text(ItlaRegister register) {
    int count = ItlaFrame.data(send(ItlaFrame.request(false, register.number(), 0), register));
    return AeaString.unpack(words(AeaString.wordCount(count)), count);
  }

  /** Reads an array of words with the register's sign. */
  int[] array(ItlaRegister register, int most) {
    int count = ItlaFrame.data(send(ItlaFrame.request(false, register.number(), 0), register));
    int[] words = words(Math.min(most, AeaString.wordCount(count)));
    for (int i = 0; i < words.length; i++) {
      words[i] = register.value(words[i]);
    }
    return words;
  }

  private int[] words(int n) {
    int[] words = new int[n];
    for (int i = 0; i < n; i++) {
      words[i] = read(ItlaRegister.AEA_EAR); // each read steps on: never repeated but by LstRsp
    }
    return words;
  }

  private int send(int request, ItlaRegister register) {
    int reply = exchangeOnce(request);
    boolean again = false;
    for (int i = 0; i < RESENDS && needsResending(reply, again); i++) {
      reply = exchangeOnce(ItlaFrame.lastResponseRequest());
      again = true;
    }
    if (needsResending(reply, again)) {
      throw trouble(Kind.CHECKSUM, Outcome.UNKNOWN, "the answer is damaged", reply);
    }
    check(reply, request, register);
    if (confirm) {
      int copy = exchangeOnce(ItlaFrame.lastResponseRequest());
      if (copy != reply) {
        throw trouble(Kind.CHECKSUM, Outcome.UNKNOWN, "two copies of one answer differ", copy)
            .advise("the line is disturbed, or another program uses it");
      }
    }
    if (ItlaFrame.status(reply) == ItlaStatus.XE) {
      throw refused(register);
    }
    return reply;
  }

  /** After a resend CE speaks of that request, not of the first, which may have been executed. */
  private static boolean needsResending(int reply, boolean again) {
    return !ItlaFrame.isValid(reply) || (again && ItlaFrame.communicationError(reply));
  }

  private int exchangeOnce(int request) {
    ItlaFrame.encode(request, buffer, 0);
    exchange.write(buffer, 0, buffer.length);
    exchange.readFully(buffer, 0, buffer.length);
    return ItlaFrame.decode(buffer, 0);
  }

  private static void check(int reply, int request, ItlaRegister register) {
    if (!ItlaFrame.isValid(reply)) {
      throw trouble(Kind.CHECKSUM, Outcome.UNKNOWN, "the answer is damaged", reply);
    }
    if ((reply == request && !ItlaFrame.isReplyMarked(reply)) || reply == 0) {
      throw trouble(Kind.FRAMING, Outcome.UNKNOWN, "the line is stuck or echoes", reply);
    }
    if (ItlaFrame.communicationError(reply)) {
      throw trouble(Kind.CHECKSUM, Outcome.REFUSED, "the request arrived damaged", reply);
    }
    if (ItlaFrame.register(reply) != register.number()) {
      throw trouble(
          Kind.UNEXPECTED_REPLY,
          Outcome.UNKNOWN,
          "the answer to " + register.mnemonic() + " is one to another request",
          reply);
    }
  }

  private HalException refused(ItlaRegister register) {
    ItlaError error = ItlaError.OK;
    int reply = exchangeOnce(ItlaFrame.READ_NOP);
    if (ItlaFrame.isValid(reply) && ItlaFrame.register(reply) == ItlaRegister.NOP.number()) {
      error = new NopWord(ItlaFrame.data(reply)).error();
    }
    Kind kind =
        switch (error) {
          case CIP, CII -> Kind.NOT_READY;
          case RVE -> Kind.OUT_OF_RANGE;
          case CIE -> Kind.CONFLICT;
          default -> Kind.REFUSED;
        };
    String sentence = error == ItlaError.OK ? "no reason given" : error.sentence();
    HalException e =
        new HalException(kind, Outcome.REFUSED, "the module refused " + register.mnemonic())
            .deviceSaid(error.name(), sentence);
    return error == ItlaError.EXF
        ? e.advise("read its alarms; a fatal one stays until clearAlarms, and so does the refusal")
        : e;
  }

  private static HalException trouble(Kind kind, Outcome outcome, String what, int packet) {
    byte[] bytes = new byte[ItlaFrame.LENGTH];
    ItlaFrame.encode(packet, bytes, 0);
    return new HalException(kind, outcome, what)
        .bytes(HexFormat.ofDelimiter(" ").formatHex(bytes).toUpperCase(Locale.ROOT));
  }
}
