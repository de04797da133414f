# shellcheck shell=bash
# Finds Java and Maven, and on Debian installs what is missing. Sourced by optihal, check and .ci/run.
# Everything here speaks on standard error: standard output belongs to the command that was asked for.

# The one list of Debian packages: to run, to build, and to run the tests.
OLDEST_JAVA=17
JRE_PACKAGE=openjdk-17-jre-headless
JDK_PACKAGE=openjdk-17-jdk-headless
MAVEN_PACKAGE=maven
# shellcheck disable=SC2034 # read by check
TEST_PACKAGES=(python3 python3-serial)

say() { printf 'optihal: %s\n' "$*" >&2; }

die() {
  say "$*"
  exit 1
}

# java_major HOME: prints the Java version of an installation as one number.
java_major() {
  local line version=
  if [[ -r $1/release ]]; then
    while IFS= read -r line; do
      [[ $line == JAVA_VERSION=* ]] && version=${line#JAVA_VERSION=}
    done <"$1/release"
  fi
  version=${version//\"/}
  version=${version%%[!0-9]*}
  [[ -n $version ]] && printf '%s\n' "$version"
}

# usable_java HOME TOOL: whether the installation is new enough and has the tool (java or javac).
usable_java() {
  local major
  [[ -n $1 && -x $1/bin/$2 ]] && major=$(java_major "$1") && ((major >= OLDEST_JAVA))
}

# home_on_path TOOL: prints the Java home behind the tool on PATH.
home_on_path() {
  local tool home
  tool=$(command -v "$1") || return 1
  home=$(readlink -f -- "$tool") || return 1
  home=${home%/bin/*}
  # A version manager puts a script on PATH; only Java itself knows its home then.
  [[ -r $home/release ]] || home=$(java -XshowSettings:properties -version 2>&1 \
    | sed -n 's/^ *java\.home = //p')
  [[ -n $home ]] && printf '%s\n' "$home"
}

# installed_homes: prints "major home" of everything in /usr/lib/jvm, oldest first.
installed_homes() {
  local home major
  for home in /usr/lib/jvm/*; do
    [[ -d $home && ! -L $home ]] && major=$(java_major "$home") && printf '%s %s\n' "$major" "$home"
  done | sort -n
}

# find_java_home TOOL: JAVA_HOME, else PATH, else /usr/lib/jvm; the first that is new enough.
find_java_home() {
  local home
  for home in "${JAVA_HOME:-}" "$(home_on_path "$1" || true)"; do
    if usable_java "$home" "$1"; then
      printf '%s\n' "$home"
      return
    fi
  done
  while read -r _ home; do
    if usable_java "$home" "$1"; then
      printf '%s\n' "$home"
      return
    fi
  done < <(installed_homes)
  return 1
}

on_debian() { [[ -e /etc/debian_version ]] && command -v apt-get >/dev/null; }

apt_knows() { [[ $(LC_ALL=C apt-cache policy "$1" 2>/dev/null) == *'Candidate: '[!\(]* ]]; }

# confirm: asks on a terminal; nobody there, or OPTIHAL_YES=1, means yes.
confirm() {
  local answer
  [[ ${OPTIHAL_YES:-} == 1 || ! -t 0 ]] && return
  read -r -p 'Run this now? [Y/n] ' answer || return 1
  [[ -z $answer || $answer == [Yy]* ]]
}

# apt_install PACKAGE...: installs them on Debian, or ends with the line to run.
apt_install() {
  local line i updated=no
  local -a packages=("$@") apt=()
  line="apt-get install -y --no-install-recommends $*"
  on_debian || die "missing: $* (Debian's names). Install them; on Debian that is: $line"
  if ((EUID != 0)); then
    command -v sudo >/dev/null || die "missing: $*. As root, run: $line"
    line="sudo $line"
    apt=(sudo)
    [[ -t 0 ]] || apt+=(-n) # must not wait for a password that nobody can type
  fi
  say "missing: $*. To install: $line"
  confirm || die "not installed. Run: $line"
  apt+=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)

  # The lists are fetched only when they are absent, or name versions that the mirror has dropped.
  for ((i = 0; i < ${#packages[@]}; i++)); do
    [[ $updated == yes ]] || apt_knows "${packages[i]}" || { updated=yes && apt_update "${apt[@]}"; }
    # A later Debian has a later Java only: openjdk-17-jdk-headless gives way to default-jdk-headless.
    apt_knows "${packages[i]}" || packages[i]=${packages[i]/#openjdk-17-/default-}
  done
  "${apt[@]}" install -y --no-install-recommends "${packages[@]}" </dev/null >&2 && return
  if [[ $updated == no ]]; then
    apt_update "${apt[@]}"
    "${apt[@]}" install -y --no-install-recommends "${packages[@]}" </dev/null >&2 && return
  fi
  die "could not install. Run: $line"
}

apt_update() {
  "$@" update </dev/null >&2 || say "apt-get update failed; trying with the lists at hand"
}

# require_packages PACKAGE...: makes sure that Debian packages are installed; elsewhere it only warns.
require_packages() {
  local package
  local -a missing=()
  if ! command -v dpkg-query >/dev/null; then
    say "not a Debian system: please see that these are there: $*"
    return
  fi
  for package in "$@"; do
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] \
      || missing+=("$package")
  done
  ((${#missing[@]} == 0)) || apt_install "${missing[@]}"
}

# require_java: sets RUN_JAVA_HOME to something that can run OptiHAL.
require_java() {
  RUN_JAVA_HOME=$(find_java_home java) && return
  apt_install "$JRE_PACKAGE"
  # shellcheck disable=SC2034 # read by optihal
  RUN_JAVA_HOME=$(find_java_home java) || die "no Java $OLDEST_JAVA or newer found; set JAVA_HOME"
}

# require_build_tools: sets BUILD_JAVA_HOME to a JDK and sees that mvn is there.
require_build_tools() {
  local -a missing=()
  if [[ -n ${JAVA_HOME:-} ]] && ! usable_java "$JAVA_HOME" javac; then
    say "JAVA_HOME=$JAVA_HOME is not a JDK $OLDEST_JAVA or newer; looking elsewhere"
  fi
  find_java_home javac >/dev/null || missing+=("$JDK_PACKAGE")
  command -v mvn >/dev/null || missing+=("$MAVEN_PACKAGE")
  ((${#missing[@]} == 0)) || apt_install "${missing[@]}"
  # shellcheck disable=SC2034 # read by build.sh, check and .ci/run
  BUILD_JAVA_HOME=$(find_java_home javac) || die "no JDK $OLDEST_JAVA or newer found; set JAVA_HOME"
  hash -r
  command -v mvn >/dev/null || die "Maven (mvn) is not on PATH"
}
