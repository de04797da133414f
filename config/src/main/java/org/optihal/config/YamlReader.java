package org.optihal.config;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.optihal.config.Written.Entry;
import org.optihal.config.Written.Mapping;
import org.optihal.config.Written.Nothing;
import org.optihal.config.Written.Quotes;
import org.optihal.config.Written.Sequence;
import org.optihal.config.Written.Text;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 into {@link Written} pieces. It works on events, where nothing is constructed and
 * depth can be bounded before it is stacked up. Anchors, aliases, tags and further documents are
 * refused: a bench file needs none, and a hostile one lives by them.
 */
final class YamlReader {
  /** Size of a file, in characters and in bytes. */
  static final int MAX_SIZE = 1 << 20;

  private static final int MAX_DEPTH = 16;
  private static final int MAX_TEXT = 2000;
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  private final String source;
  private final List<String> lines;
  private final Problems problems;
  private final Iterator<Event> events;

  private YamlReader(String text, String source, Problems problems) {
    this.source = source;
    this.lines = text.lines().toList();
    this.problems = problems;
    LoadSettings settings =
        LoadSettings.builder().setLabel(source).setCodePointLimit(MAX_SIZE).build();
    this.events = new Parse(settings).parseString(text).iterator();
  }

  /** The one document of a text; empty when nothing of it can be read. */
  static Optional<Written> read(String text, String source, Problems problems) {
    String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try {
      if (bare.length() > MAX_SIZE) {
        throw new Refused(new Place(source, 1, 1), "the file is larger than 1 MiB");
      }
      refuseControlCharacters(bare, source);
      YamlReader reader = new YamlReader(bare, source, problems);
      try {
        return reader.document();
      } catch (YamlEngineException e) {
        throw YamlSyntax.refused(e, source, reader.lines);
      }
    } catch (Refused e) {
      e.tell(problems);
      return Optional.empty();
    }
  }

  private static void refuseControlCharacters(String text, String source) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
        start = i + 1;
      } else if (Character.isISOControl(c) && c != '\t' && c != '\r') {
        throw new Refused(
            new Place(source, line, text.codePointCount(start, i) + 1),
            "a control character cannot stand in a bench file");
      }
    }
  }

  private Optional<Written> document() {
    events.next(); // start of the stream
    Event first = events.next();
    if (!(first instanceof DocumentStartEvent)) {
      throw new Refused(new Place(source, 1, 1), "the file is empty");
    }
    Written root = value(events.next(), 1);
    events.next(); // end of the document
    Event behind = events.next();
    if (behind instanceof DocumentStartEvent) {
      throw new Refused(place(behind), "a second document starts here; a bench file is one");
    }
    return Optional.of(root);
  }

  private Written value(Event event, int depth) {
    if (depth > MAX_DEPTH) {
      throw new Refused(place(event), "nested deeper than " + MAX_DEPTH + " levels");
    }
    refuseExtras(event);
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    if (event instanceof MappingStartEvent) {
      return mapping(event, depth);
    }
    if (event instanceof CollectionStartEvent) {
      return sequence(event, depth);
    }
    return new Nothing(place(event));
  }

  private void refuseExtras(Event event) {
    if (event instanceof AliasEvent) {
      problems.add(place(event), "aliases are not used in a bench file; write the value again");
    } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      problems.add(place(event), "anchors are not used in a bench file; leave out '&'");
    }
    Optional<String> tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
    if (tag.isPresent()) {
      problems.add(place(event), "tags are not used in a bench file; leave out '!'");
    }
  }

  private Written scalar(ScalarEvent event) {
    String value = event.getValue();
    if (event.isPlain() && NULLS.contains(value)) {
      return new Nothing(place(event));
    }
    if (value.length() > MAX_TEXT) {
      problems.add(place(event), "this text is longer than " + MAX_TEXT + " characters");
      value = "";
    }
    Place place = place(event);
    ScalarStyle style = event.getScalarStyle();
    Quotes quotes =
        style == ScalarStyle.SINGLE_QUOTED
            ? Quotes.SINGLE
            : style == ScalarStyle.DOUBLE_QUOTED ? Quotes.DOUBLE : Quotes.NONE;
    boolean oneLine = lineOf(event.getStartMark()) == lineOf(event.getEndMark());
    return oneLine && place.line() <= lines.size()
        ? new Text(value, place, quotes, lines.get(place.line() - 1))
        : new Text(value, place);
  }

  private Mapping mapping(Event start, int depth) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
      Place at = place(e);
      Written key = value(e, depth + 1);
      Written value = value(events.next(), depth + 1);
      if (!(key instanceof Text name)) {
        problems.add(at, "a key must be a text, not " + key.form());
        continue;
      }
      Entry twin = entries.putIfAbsent(name.value(), new Entry(at, value));
      if (twin != null) {
        problems.add(
            at, "key '" + name.value() + "' stands twice, first in line " + twin.key().line());
      }
    }
    return new Mapping(entries, place(start));
  }

  private Sequence sequence(Event start, int depth) {
    List<Written> items = new ArrayList<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
      items.add(value(e, depth + 1));
    }
    return new Sequence(items, place(start));
  }

  private Place place(Event event) {
    return YamlSyntax.place(source, event.getStartMark());
  }

  private static int lineOf(Optional<Mark> mark) {
    return mark.map(Mark::getLine).orElse(0);
  }
}
