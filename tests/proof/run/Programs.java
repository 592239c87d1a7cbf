import java.io.OutputStream;
import java.io.PrintStream;

/** Runs the main method of each sample; prints the index of those that throw. */
class Programs {
  public static void main(String[] args) throws Exception {
    var output = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    for (var index = 0; index < Integer.parseInt(args[0]); index++) {
      try {
        var main = Class.forName("sample" + index + ".Main").getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        main.invoke(null, (Object) new String[0]);
      } catch (Throwable error) {
        var cause = error.getCause() == null ? error : error.getCause();
        output.println(index + "\t" + cause);
      }
    }
    System.exit(0);
  }
}
