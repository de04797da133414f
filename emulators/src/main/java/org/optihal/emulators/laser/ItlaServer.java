package org.optihal.emulators.laser;

import org.optihal.emulators.laser.ItlaModule.Done;
import org.optihal.emulators.laser.ItlaModule.Refusal;
import org.optihal.emulators.wire.ByteServer;
import org.optihal.protocols.itla.AeaString;
import org.optihal.protocols.itla.BaudCode;
import org.optihal.protocols.itla.IoCap;
import org.optihal.protocols.itla.ItlaError;
import org.optihal.protocols.itla.ItlaFrame;
import org.optihal.protocols.itla.ItlaRegister;
import org.optihal.protocols.itla.ItlaSplitter;
import org.optihal.protocols.itla.ItlaStatus;
import org.optihal.protocols.itla.NopWord;
import org.optihal.protocols.itla.ResEna;
import org.optihal.protocols.itla.StatusBit;

/**
 * The serial interface of an ITLA module: packets, LstRsp, extended addresses, line speed.
 *
 * <p>A damaged packet is answered with CE and not executed; the answer kept for LstRsp is the one
 * before it, so that a host whose LstRsp was damaged can still have it.
 */
final class ItlaServer implements ByteServer {
  private static final BaudCode FASTEST = BaudCode.BAUD_115200;

  private final ItlaModule module;
  private final ItlaRegisters registers;
  private final ItlaSplitter splitter = new ItlaSplitter();
  private final ItlaExtended extended = new ItlaExtended();
  private ItlaProfile.Texts texts;
  private BaudCode speed;
  private int lastResponse;
  private ItlaError lastError = ItlaError.OK;
  private long muteUntil;
  private boolean heldInReset;
  private ItlaError forcedError = ItlaError.OK;
  private int forcedCount;

  ItlaServer(ItlaModule module, long nanos) {
    this.module = module;
    this.registers = new ItlaRegisters(module);
    this.texts = module.profile().texts();
    this.speed = powerUpSpeed();
    this.muteUntil = nanos;
    restartInterface();
    modemLines(false, false, nanos);
  }

  private BaudCode powerUpSpeed() {
    BaudCode code = BaudCode.ofBaud(module.profile().baud());
    return code == null ? BaudCode.BAUD_9600 : code;
  }

  private void restartInterface() {
    splitter.reset();
    speed = powerUpSpeed();
    lastResponse = ItlaFrame.reply(ItlaStatus.OK, 0, NopWord.IDLE);
    lastError = ItlaError.OK;
    extended.clear();
  }

  ItlaRegisters registers() {
    return registers;
  }

  ItlaProfile.Texts texts() {
    return texts;
  }

  /** A fault puts another module in the place of this one. */
  void texts(ItlaProfile.Texts others) {
    texts = others;
  }

  /** A fault refuses the next commands. */
  void force(ItlaError error, int count) {
    forcedError = error;
    forcedCount = count;
  }

  /** The module restarts as a whole, mute at first. */
  void restart(long nanos) {
    module.advance(nanos);
    module.restart();
    restartInterface();
    muteUntil = nanos + module.profile().times().reset().toNanos();
  }

  @Override
  public int baud() {
    return module.profile().baud() == 0 ? 0 : speed.baud();
  }

  @Override
  public void modemLines(boolean dtr, boolean rts, long nanos) {
    module.advance(nanos);
    switch (module.profile().dtrWiring()) {
      case DISABLE -> module.pinDisable(!dtr);
      case RESET -> {
        if (heldInReset == dtr) {
          restart(nanos);
        }
        heldInReset = !dtr;
      }
      case NONE -> {}
    }
  }

  @Override
  public void accept(byte next, long nanos, Reply reply) {
    if (heldInReset || nanos < muteUntil) {
      splitter.reset();
      return;
    }
    if (splitter.accept(next)) {
      module.advance(nanos);
      handle(splitter.packet(), nanos, reply);
    }
  }

  private void handle(int request, long nanos, Reply reply) {
    int register = ItlaFrame.register(request);
    if (!ItlaFrame.isValid(request)) {
      module.alarms().latch(StatusBit.COMMUNICATION_ERROR);
      send(ItlaFrame.withCommunicationError(ItlaFrame.reply(ItlaStatus.OK, register, 0)), reply);
    } else if (ItlaFrame.isLastResponseRequest(request)) {
      send(lastResponse, reply);
    } else {
      int response = execute(request);
      lastResponse = response;
      send(response, reply);
      if (ItlaFrame.isWrite(request) && ItlaFrame.status(response) == ItlaStatus.OK) {
        afterReply(register, ItlaFrame.data(request), nanos);
      }
    }
  }

  private static void send(int packet, Reply reply) {
    byte[] bytes = new byte[ItlaFrame.LENGTH];
    ItlaFrame.encode(packet, bytes, 0);
    reply.send(bytes);
  }

  /** What would cut the answer off if it were done before. */
  private void afterReply(int register, int data, long nanos) {
    if (register == ItlaRegister.IO_CAP.number()) {
      BaudCode wanted = new IoCap(data).current();
      speed = wanted == null ? speed : wanted;
      splitter.reset();
    } else if (register == ItlaRegister.RES_ENA.number()) {
      if ((data & ResEna.MODULE_RESET) != 0) {
        restart(nanos);
      } else if ((data & ResEna.SOFT_RESET) != 0) {
        restartInterface();
        module.alarms().communicationReset();
      }
    }
  }

  private int execute(int request) {
    int number = ItlaFrame.register(request);
    int data = ItlaFrame.data(request);
    try {
      ItlaRegister register = implemented(number);
      if (forcedCount > 0 && register != ItlaRegister.NOP) {
        forcedCount--;
        throw new Refusal(forcedError);
      }
      return ItlaFrame.isWrite(request) ? write(register, data) : read(register);
    } catch (Refusal refusal) {
      lastError = refusal.error;
      module.alarms().latch(StatusBit.EXECUTION_ERROR);
      return ItlaFrame.reply(ItlaStatus.XE, number, data);
    }
  }

  private ItlaRegister implemented(int number) throws Refusal {
    ItlaRegister register = ItlaRegister.of(number);
    if (register == null || !isImplemented(register)) {
      throw new Refusal(ItlaError.RNI);
    }
    return register;
  }

  private boolean isImplemented(ItlaRegister register) {
    return switch (register.origin()) {
      case MSA_01_2 -> true;
      case MSA_01_3 -> module.profile().fine();
      case PURE_PHOTONICS -> module.profile().purePhotonics();
    };
  }

  private int write(ItlaRegister register, int data) throws Refusal {
    if (register == ItlaRegister.AEA_EAR) {
      throw new Refusal(ItlaError.ERO);
    }
    if (register.access() == ItlaRegister.Access.RO) {
      throw new Refusal(ItlaError.RNW);
    }
    if (register == ItlaRegister.IO_CAP) {
      BaudCode wanted = new IoCap(data).current();
      if (wanted == null || wanted.baud() > FASTEST.baud()) {
        throw new Refusal(ItlaError.RVE);
      }
      return ItlaFrame.reply(ItlaStatus.OK, register.number(), data);
    }
    boolean pending = registers.write(register, data) == Done.PENDING;
    return ItlaFrame.reply(pending ? ItlaStatus.CP : ItlaStatus.OK, register.number(), data);
  }

  private int read(ItlaRegister register) throws Refusal {
    String text = texts.of(register);
    if (text != null) {
      return extended(register, AeaString.pack(text), AeaString.byteCount(text));
    }
    if (register.format() == ItlaRegister.Format.SIGNED_ARRAY) {
      int[] words = registers.array(register);
      return extended(register, words, ItlaExtended.BYTES_PER_WORD * words.length);
    }
    int data =
        switch (register) {
          case NOP -> nop();
          case AEA_EAC -> 0;
          case AEA_EA -> extended.address();
          case AEA_EAR -> extended.read();
          case IO_CAP -> IoCap.report(speed, FASTEST).word();
          case LST_RESP -> ItlaFrame.data(lastResponse);
          default -> registers.read(register);
        };
    return ItlaFrame.reply(ItlaStatus.OK, register.number(), data);
  }

  private int nop() {
    NopWord word = NopWord.of(module.pendingFlags(), module.isReady(), lastError);
    lastError = ItlaError.OK;
    return word.word();
  }

  private int extended(ItlaRegister register, int[] words, int byteCount) {
    extended.set(words);
    return ItlaFrame.reply(ItlaStatus.AEA, register.number(), byteCount);
  }
}
