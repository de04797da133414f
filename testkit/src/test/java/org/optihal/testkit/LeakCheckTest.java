package org.optihal.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.RealClock;
import org.optihal.hal.clock.Signal;
import org.optihal.hal.clock.Task;

class LeakCheckTest {
  @Test
  void threadsThatStayAreLeaks() {
    RealClock clock = RealClock.get();
    LeakCheck leaks = LeakCheck.start();
    Signal end = clock.signal("end");
    Task task = clock.spawn("left-behind", () -> end.await(Deadline.FOREVER));
    assertThat(leaks.leaks()).contains("1 x thread hal-left-behind");
    end.raise();
    task.join(Deadline.FOREVER);
    leaks.verify();
  }

  @Test
  void descriptorsThatStayAreLeaks() throws IOException {
    assumeThat(Files.isDirectory(Path.of("/proc/self/fd"))).as("/proc is there").isTrue();
    close(Pipe.open()); // the first one makes the Java machine open a socket for itself
    LeakCheck leaks = LeakCheck.start();
    Pipe pipe = Pipe.open();
    assertThat(leaks.leaks()).contains("2 x descriptor pipe");
    close(pipe);
    leaks.verify();
  }

  private static void close(Pipe pipe) throws IOException {
    pipe.sink().close();
    pipe.source().close();
  }
}
