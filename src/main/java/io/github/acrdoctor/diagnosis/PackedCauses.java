package io.github.acrdoctor.diagnosis;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The causes in the jar; the page of each is read when somebody asks for it. */
final class PackedCauses extends AbstractMap<String, Cause> {
  private final Set<String> ids;
  private final Function<String, Cause> reader;
  private final Map<String, Cause> read = Collections.synchronizedMap(new TreeMap<>());

  PackedCauses(List<String> ids, Function<String, Cause> reader) {
    this.ids = Collections.unmodifiableSet(new TreeSet<>(ids));
    this.reader = reader;
  }

  @Override
  public Cause get(Object id) {
    return ids.contains(id) ? read.computeIfAbsent((String) id, reader) : null;
  }

  @Override
  public boolean containsKey(Object id) {
    return ids.contains(id);
  }

  @Override
  public int size() {
    return ids.size();
  }

  @Override
  public Set<String> keySet() {
    return ids;
  }

  @Override
  public Set<Entry<String, Cause>> entrySet() {
    ids.forEach(this::get);
    return Collections.unmodifiableSet(new TreeMap<>(read).entrySet());
  }
}
