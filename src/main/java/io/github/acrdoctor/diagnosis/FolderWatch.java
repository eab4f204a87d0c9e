package io.github.acrdoctor.diagnosis;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Waits until something in a folder or below it changes, and then until the writer is done: an
 * editor that saves a file causes several changes in a row.
 */
public final class FolderWatch implements AutoCloseable {
  private static final long QUIET_MILLIS = 25;
  private static final int DEEPEST = 4;

  private final WatchService service;
  private final Map<WatchKey, Path> folders = new HashMap<>();

  /**
   * Starts to watch.
   *
   * @param folder the folder; links in it are not followed
   * @throws IOException when it cannot be watched
   */
  public FolderWatch(Path folder) throws IOException {
    service = FileSystems.getDefault().newWatchService();
    try (Stream<Path> paths = Files.walk(folder, DEEPEST)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          watch(path);
        }
      }
    }
  }

  private void watch(Path folder) throws IOException {
    folders.put(
        folder.register(
            service,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE),
        folder);
  }

  /**
   * Waits for a change.
   *
   * @return false when the watch was closed meanwhile
   * @throws InterruptedException when this thread is told to stop
   * @throws IOException when a new folder cannot be watched
   */
  public boolean await() throws InterruptedException, IOException {
    try {
      WatchKey key = service.take();
      while (key != null) {
        watchNewFolders(key);
        key.reset();
        key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
      }
      return true;
    } catch (ClosedWatchServiceException e) {
      return false;
    }
  }

  private void watchNewFolders(WatchKey key) throws IOException {
    Path folder = folders.get(key);
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.context() instanceof Path name && folder != null) {
        Path path = folder.resolve(name);
        if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE
            && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          watch(path);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
