package io.qhyper.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A wire to the sandbox that resets the connection on which a job is sent. */
final class CutWire implements Closeable {
  private static final String SUBMISSION = "POST /api/v1/jobs HTTP";

  private final ServerSocket server;
  private final int target;
  private final Where where;
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /** Where the wire is cut. */
  enum Where {
    /** After the head of the request. */
    BEFORE_THE_BODY,
    /** After a part of the body. */
    IN_THE_BODY
  }

  CutWire(int target, Where where) throws IOException {
    this.target = target;
    this.where = where;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private static void daemon(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException e) {
                // One side is gone, which is what this is about.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private interface Task {
    void run() throws IOException;
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = server.accept();
      open.add(client);
      Socket service = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(service);
      daemon(() -> requests(client, service));
      daemon(() -> service.getInputStream().transferTo(client.getOutputStream()));
    }
  }

  /** Passes requests on as they come, until one is a submission. */
  private void requests(Socket client, Socket service) throws IOException {
    InputStream in = client.getInputStream();
    OutputStream out = service.getOutputStream();
    byte[] piece = new byte[8192];
    for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
      String text = new String(piece, 0, count, StandardCharsets.ISO_8859_1);
      if (text.startsWith(SUBMISSION)) {
        int head = text.indexOf("\r\n\r\n");
        int passed = head < 0 ? count : head + 4;
        out.write(piece, 0, where == Where.IN_THE_BODY ? (passed + count) / 2 : passed);
        out.flush();
        client.setSoLinger(true, 0); // closing is then a reset
        client.close();
        service.close();
        return;
      }
      out.write(piece, 0, count);
      out.flush();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
