package io.github.acrdoctor.rules;

import java.util.Map;

/**
 * Loads the classes of a compiled model; of everything else it sees only what the bytecode gate
 * allows.
 */
final class RestrictedLoader extends ClassLoader {
  private final Map<String, byte[]> classes;

  RestrictedLoader(Map<String, byte[]> classes) {
    super(RestrictedLoader.class.getClassLoader());
    this.classes = Map.copyOf(classes);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      if (classes.containsKey(name)) {
        Class<?> own = findLoadedClass(name);
        return own != null ? own : define(name);
      }
      if (!BytecodeGate.allowsClass(name)) {
        throw new ClassNotFoundException(name + " is not for rules");
      }
      return super.loadClass(name, resolve);
    }
  }

  private Class<?> define(String name) {
    byte[] code = classes.get(name);
    return defineClass(name, code, 0, code.length);
  }
}
