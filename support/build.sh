# shellcheck shell=bash
# Builds the class path that optihal runs from: target/lib of the source tree. Sourced after toolchain.sh, with $root set.
# shellcheck disable=SC2154 # root

BUILT_LIB=$root/target/lib

# classpath_is_fresh: whether no source or pom is newer than the last build; a directory counts, since
# deleting a file changes only that.
classpath_is_fresh() {
  local changed
  [[ -f $BUILT_LIB/.stamp ]] || return 1
  changed=$(find "$root/pom.xml" "$root"/*/pom.xml "$root"/*/src/main \
    -newer "$BUILT_LIB/.stamp" -print -quit) || return 1
  [[ -z $changed ]]
}

# lock_build, unlock_build: one build of this tree at a time; without flock(1) nothing is locked.
lock_build() {
  mkdir -p "$root/target" 2>/dev/null || true
  [[ -w $root/target ]] || die "cannot write to $root/target: build as the owner of this tree"
  command -v flock >/dev/null || return 0
  exec {build_lock}>"$root/target/.build.lock"
  flock -w 900 "$build_lock" || die "another build of $root has not ended for 15 minutes"
}

unlock_build() {
  [[ -z ${build_lock:-} ]] || exec {build_lock}>&-
  build_lock=
}

# build_classpath: builds the jars and puts them with all they need into target/lib.
build_classpath() {
  local log=$root/target/build.log fresh=$BUILT_LIB.new
  lock_build
  if classpath_is_fresh; then # somebody else built while we waited
    unlock_build
    return
  fi
  require_build_tools
  if [[ -d $BUILT_LIB ]]; then
    echo 'building OptiHAL (the sources changed)…' >&2
  else
    echo 'building OptiHAL (first start, about a minute)…' >&2
  fi

  rm -rf -- "$fresh" "$root"/node/target/node-*.jar
  mkdir -- "$fresh"
  touch -- "$fresh/.stamp" # before the build, so that an edit made meanwhile is seen
  if ! JAVA_HOME=$BUILD_JAVA_HOME mvn -B -q -f "$root/pom.xml" -P '!gates' \
    -Dmaven.test.skip=true -Dspotless.check.skip=true -pl node -am \
    package dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$fresh" \
    </dev/null >"$log" 2>&1 || ! cp -- "$root"/node/target/node-*.jar "$fresh" 2>>"$log"; then
    tail -n 30 -- "$log" >&2
    die "the build failed; the whole log is $log"
  fi
  # Swapped, not overwritten: a running OptiHAL keeps the jars it has open.
  rm -rf -- "$BUILT_LIB.old"
  [[ ! -e $BUILT_LIB ]] || mv -T -- "$BUILT_LIB" "$BUILT_LIB.old"
  mv -T -- "$fresh" "$BUILT_LIB"
  rm -rf -- "$BUILT_LIB.old"
  unlock_build
}
