package io.github.acrdoctor.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * The build step that raises the class files of a library to the version of Java 8. Archives of
 * loaded classes leave older ones out, and loading those one by one is a third of the start. Only
 * the version and the stack maps change. See docs/decisions/class-files.md.
 */
public final class RaiseClassFiles {
  private static final int FIRST_WITH_STACK_MAPS = Opcodes.V1_7;

  private RaiseClassFiles() {}

  /**
   * Rewrites jars in place.
   *
   * @param args the jars
   * @throws IOException when one cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    for (String jar : args) {
      Path path = Path.of(jar);
      Files.write(path, raised(path));
    }
  }

  private static byte[] raised(Path jar) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile in = new ZipFile(jar.toFile());
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      Enumeration<? extends ZipEntry> entries = in.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        try (InputStream content = in.getInputStream(entry)) {
          byte[] code = content.readAllBytes();
          out.write(isOrdinaryClass(entry.getName()) ? raised(code) : code);
        }
      }
    }
    return bytes.toByteArray();
  }

  private static boolean isOrdinaryClass(String name) {
    return name.endsWith(".class") && !name.endsWith("module-info.class");
  }

  private static byte[] raised(byte[] code) {
    ClassReader reader = new ClassReader(code);
    int version = reader.readUnsignedShort(6);
    if (version >= Opcodes.V1_8) {
      return code;
    }
    ClassWriter writer =
        new ClassWriter(version < FIRST_WITH_STACK_MAPS ? ClassWriter.COMPUTE_FRAMES : 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visit(
              int old,
              int access,
              String name,
              String signature,
              String parent,
              String[] interfaces) {
            super.visit(Opcodes.V1_8, access, name, signature, parent, interfaces);
          }
        },
        ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }
}
