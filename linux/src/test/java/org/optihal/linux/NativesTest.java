package org.optihal.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativesTest {
  private static final String LIBRARY = "Linux/armv7hf/libjSerialComm.so";

  @TempDir private Path root;
  private Path jar;
  private Path parent;
  private int uid;

  @BeforeEach
  void makeTree() throws IOException {
    uid = (Integer) Files.getAttribute(root, "unix:uid");
    parent = directory("parent", "rwx------");
    jar = root.resolve("jar");
    Files.createDirectories(jar.resolve(LIBRARY).getParent());
    Files.writeString(jar.resolve(LIBRARY), "version 1");
  }

  @Test
  void bothLibrariesArePointedIntoOnePrivateDirectory() throws IOException {
    Properties properties = prepare(new Properties());

    Path directory = Path.of(properties.getProperty("jna.tmpdir"));
    assertThat(directory).isEqualTo(parent.toRealPath().resolve("optihal-" + uid));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
        .isEqualTo("rwx------");
    assertThat(properties).containsEntry("jSerialComm.library.path", directory.toString());
    assertThat(directory.resolve(LIBRARY)).hasContent("version 1");
  }

  @Test
  void theDirectoryIsReusedAndAnOldLibraryReplaced() throws IOException {
    Properties first = prepare(new Properties());
    Files.writeString(jar.resolve(LIBRARY), "version 2");
    Properties second = prepare(new Properties());

    assertThat(second.getProperty("jna.tmpdir")).isEqualTo(first.getProperty("jna.tmpdir"));
    Path library = Path.of(second.getProperty("jna.tmpdir")).resolve(LIBRARY);
    assertThat(library).hasContent("version 2");
    assertThat(library.getParent()).isDirectoryNotContaining("glob:**fresh*");
  }

  @Test
  void theSweptDirectoryOfJSerialCommCannotBeGuessed() throws IOException {
    String first = prepare(new Properties()).getProperty("fazecast.jSerialComm.appid");
    String second = prepare(new Properties()).getProperty("fazecast.jSerialComm.appid");
    assertThat(first).matches("optihal-[0-9a-f]{32}").isNotEqualTo(second);
  }

  @Test
  void propertiesThatAreSetStayAndNoDirectoryIsMade() throws IOException {
    Properties properties = new Properties();
    properties.setProperty("jna.boot.library.path", "/opt/native");
    properties.setProperty("jSerialComm.library.path", "/opt/native");
    properties.setProperty("fazecast.jSerialComm.appid", "mine");
    Properties before = (Properties) properties.clone();

    assertThat(prepare(properties)).isEqualTo(before);
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void withoutJSerialCommItsPathIsNotSet() throws IOException {
    Files.delete(jar.resolve(LIBRARY));
    Properties properties = prepare(new Properties());
    assertThat(properties).containsKey("jna.tmpdir").doesNotContainKey("jSerialComm.library.path");
  }

  @Test
  void aPlantedLinkIsNotFollowed() throws IOException {
    Path trap = directory("trap", "rwx------");
    Files.createSymbolicLink(parent.resolve("optihal-" + uid), trap);
    assertStepsAside();
    assertThat(trap).isEmptyDirectory();
  }

  @Test
  void aDirectoryOthersCouldHaveFilledIsNotUsed() throws IOException {
    Path planted = directory("parent/optihal-" + uid, "rwxrwx---");
    assertStepsAside();
    assertThat(planted).isEmptyDirectory();
  }

  private void assertStepsAside() throws IOException {
    Path directory = Path.of(prepare(new Properties()).getProperty("jna.tmpdir"));
    assertThat(directory.getFileName().toString()).startsWith("optihal-" + uid + "-");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
        .isEqualTo("rwx------");
  }

  @Test
  void aParentThatIsNoexecOrOpenToOthersIsPassedOver() throws IOException {
    Path noexec = directory("run", "rwx------");
    Path open = directory("open", "rwxrwxrwx");
    Mounts mounts =
        new Mounts(
            List.of(
                "/dev/sda1 / ext4 rw 0 0",
                "tmpfs " + noexec.toRealPath() + " tmpfs rw,noexec 0 0"));
    PrivateDirectory search = new PrivateDirectory(uid, mounts);

    assertThat(search.below(List.of(Path.of("relative"), noexec, open, parent)))
        .hasParent(parent.toRealPath());
    assertThatThrownBy(() -> search.below(List.of(noexec, open)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(noexec + " is mounted noexec")
        .hasMessageContaining(open + " can be rearranged by other users")
        .hasMessageContaining("-Djna.tmpdir");
  }

  @Test
  void theDeepestMountDecidesAndALaterOneCovers() {
    Mounts mounts =
        new Mounts(
            List.of(
                "a / ext4 rw 0 0",
                "b /run tmpfs rw,nosuid,noexec 0 0",
                "c /run/user/1000 tmpfs rw,nosuid 0 0",
                "d /srv ext4 rw,noexec 0 0",
                "e /srv ext4 rw 0 0",
                "f /with\\040space tmpfs noexec 0 0",
                "garbage"));
    assertThat(mounts.noexec(Path.of("/run"))).isTrue();
    assertThat(mounts.noexec(Path.of("/run/optihal"))).isTrue();
    assertThat(mounts.noexec(Path.of("/running"))).isFalse();
    assertThat(mounts.noexec(Path.of("/run/user/1000/x"))).isFalse();
    assertThat(mounts.noexec(Path.of("/srv/x"))).isFalse();
    assertThat(mounts.noexec(Path.of("/with space/x"))).isTrue();
  }

  @Test
  void thisProcessIsPreparedTwiceWithoutChange() throws IOException {
    Natives.prepare();
    String directory = System.getProperty("jna.tmpdir");
    Natives.prepare();
    assertThat(System.getProperty("jna.tmpdir")).isEqualTo(directory).isNotNull();
  }

  private Properties prepare(Properties properties) throws IOException {
    PrivateDirectory search = new PrivateDirectory(uid, new Mounts(List.of("x / ext4 rw 0 0")));
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      Natives.prepare(properties, () -> search.below(List.of(parent)), loader);
    }
    return properties;
  }

  private Path directory(String name, String permissions) throws IOException {
    Path directory = Files.createDirectories(root.resolve(name));
    return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));
  }
}
