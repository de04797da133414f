package org.optihal.node.cli;

import picocli.CommandLine.Option;

/** Mixed into every command that has results. */
final class JsonOption {
  @Option(
      names = "--json",
      description = "Print one JSON object per line instead of text, errors included.")
  boolean json;
}
