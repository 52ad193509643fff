package dev.ssot.demo;

import dev.ssot.demo.load.LoadClient;
import dev.ssot.demo.story.Story;
import dev.ssot.demo.story.StoryPlan;

/** {@code java -jar demo-app.jar [serve|load|incident|story|help] [options]}. */
public final class DemoApp {
  private static final int USAGE = 2;

  private DemoApp() {}

  /** Ends with 0, or with 1 and the one line that says what is wrong; 2 for a wrong option. */
  public static void main(String[] args) {
    try {
      run(DemoOptions.parse(args));
    } catch (DemoOptions.Unknown e) {
      System.err.println("demo: " + e.getMessage());
      System.exit(USAGE);
    } catch (DemoFailure e) {
      System.err.println("demo: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void run(DemoOptions options) {
    switch (options.command()) {
      case SERVE -> RunningService.start(options);
      case LOAD -> System.out.println(new LoadClient(options.load()).run().text());
      case INCIDENT -> Incident.show(options);
      case STORY -> Story.tell(new StoryPlan(options.load(), options.agent(), options.json()));
      case HELP -> System.out.println(DemoOptions.HELP);
    }
  }
}
