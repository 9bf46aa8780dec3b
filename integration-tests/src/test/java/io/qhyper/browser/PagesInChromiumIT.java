package io.qhyper.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import io.qhyper.cli.CommandLineInProcess;
import io.qhyper.page.Chart;
import io.qhyper.page.Chart.Axis;
import io.qhyper.page.Chart.Series;
import io.qhyper.page.Chart.Style;
import io.qhyper.page.LivePage;
import io.qhyper.page.Page;
import io.qhyper.page.PageWriter;
import io.qhyper.page.Section;
import io.qhyper.watch.PageServer;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class PagesInChromiumIT {
  private static final String HOSTILE = "</script><script>window.hit = 1</script><img src=x>";

  @TempDir private static Path folder;
  private static Chromium browser;
  private static Path run;

  @BeforeAll
  static void trainAndStartTheBrowser() {
    browser = Chromium.start(folder.resolve("profile"));
    run = folder.resolve("run");
    CommandLineInProcess.Outcome outcome =
        CommandLineInProcess.run(
            Clock.systemUTC(),
            ("train --problem gaussians --hidden 2 --iterations 6 --shots 16 --loss-shots 64"
                    + " --confirm-shots 256 --restarts 2 --quiet --run "
                    + run)
                .split(" "));
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
  }

  @AfterAll
  static void endTheBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void nothingWasComplainedAbout() {
    assertThat(browser.complaints()).isEmpty();
  }

  private static void openTheRun() {
    browser.open(run.resolve("report.html").toUri());
  }

  private static Page page(String name, double... losses) {
    double[][] points = new double[losses.length][];
    for (int i = 0; i < points.length; i++) {
      points[i] = new double[] {i, losses[i], 0.1};
    }
    Chart chart =
        new Chart(
                "A chart of " + name,
                Axis.linear(name),
                Axis.linear("loss"),
                List.of(new Series(name, Style.LINE, points)))
            .zoomable();
    return new Page(
        name,
        name,
        name,
        List.of(new Page.Fact(name, "%d points".formatted(losses.length))),
        List.of(
            Section.of("loss", name, name, chart),
            Section.of(
                "table", name, name, new Section.Table(List.of(name), List.of(List.of(name))))));
  }

  private static Element parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }

  /** What is drawn differs from an empty canvas of the same size. */
  private static void assertDrawn(String chart) {
    assertThat(browser.picture(chart))
        .as("chart " + chart)
        .isNotEqualTo(
            browser.ask(
                "const c = document.querySelector('#chart-' + arguments[0] + ' canvas');"
                    + "const e = document.createElement('canvas');"
                    + "e.width = c.width; e.height = c.height; return e.toDataURL()",
                chart));
  }

  @Test
  void theRunsPageHasItsChartsAndDrawings() throws IOException {
    openTheRun();

    assertThat(
            browser.ask(
                "return Array.from(document.querySelectorAll('section')).map(s => s.id).join()"))
        .isEqualTo(
            "loss,gradient,shots,distribution,networks,best,marginals,circuit,provenance,options");
    for (String id : List.of("loss", "gradient", "shots", "distribution", "marginals")) {
      assertDrawn(id);
    }
    assertThat(browser.ask("return document.querySelectorAll('#networks svg rect').length"))
        .asInstanceOf(LONG)
        .isGreaterThan(100);
    assertThat(browser.ask("return document.querySelectorAll('#circuit svg line').length"))
        .asInstanceOf(LONG)
        .isGreaterThan(10);
    assertThat(browser.screenshot("run-light")).isNotEmptyFile();
  }

  @Test
  void pointingAtAChartTellsItsValues() {
    openTheRun();
    WebElement chart = browser.driver().findElement(By.id("chart-loss"));

    new Actions(browser.driver()).moveToElement(chart, 0, -20).perform();

    String told = browser.driver().findElement(By.cssSelector(".tip")).getText();
    assertThat(told).contains("iteration").contains("restart 1: ").contains("±");
  }

  @Test
  void theLegendSwitchesASeriesOffAndOnAgainByKeyboard() {
    openTheRun();
    String before = browser.picture("loss");
    WebElement button = browser.driver().findElement(By.cssSelector("#loss .legend button"));

    button.sendKeys(Keys.ENTER);

    assertThat(button.getDomAttribute("aria-pressed")).isEqualTo("false");
    assertThat(browser.picture("loss")).isNotEqualTo(before);
    button.sendKeys(Keys.SPACE);
    assertThat(button.getDomAttribute("aria-pressed")).isEqualTo("true");
    assertThat(browser.picture("loss")).isEqualTo(before);
  }

  @Test
  void chartsAndDrawingsAreSavedAsSvg() throws Exception {
    openTheRun();

    Element chart = parsed(browser.saved("[data-save=loss]"));
    Element drawing = parsed(browser.saved("#circuit .tools button"));

    assertThat(chart.getTagName()).isEqualTo("svg");
    assertThat(chart.getElementsByTagName("path").getLength()).isGreaterThan(5);
    assertThat(chart.getTextContent()).contains("restart 2").contains("iteration");
    assertThat(drawing.getTagName()).isEqualTo("svg");
    assertThat(drawing.getElementsByTagName("title").item(0).getTextContent()).contains("qubits");
  }

  @Test
  void darkAndNarrowDisplaysAreServed() throws IOException {
    openTheRun();
    String light = browser.picture("loss");
    try {
      browser.prefer("dark");
      assertThat(browser.ask("return getComputedStyle(document.body).backgroundColor"))
          .isEqualTo("rgb(13, 17, 23)");
      assertThat(browser.picture("loss")).isNotEqualTo(light);
      assertThat(browser.screenshot("run-dark")).isNotEmptyFile();
      browser.phone();
      browser.picture("loss");
      assertThat(browser.ask("return document.documentElement.scrollWidth"))
          .as("no scrolling sideways on a phone")
          .isEqualTo(390L);
      assertThat(browser.ask("return document.querySelector('#chart-loss canvas').clientWidth"))
          .asInstanceOf(LONG)
          .isBetween(300L, 390L);
      assertThat(browser.screenshot("run-phone")).isNotEmptyFile();
    } finally {
      browser.desk();
      browser.prefer("light");
    }
  }

  @Test
  void aComparisonsPageHasItsChartsAndTables() throws IOException {
    Path page = folder.resolve("apart.html");
    CommandLineInProcess.Outcome outcome =
        CommandLineInProcess.run(
            Clock.systemUTC(),
            "compare",
            run.toString(),
            "local:noise=depolarizing:p1=0.05,p2=0.1",
            "--shots=256",
            "--repetitions=99",
            "--page=" + page);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();

    browser.open(page.toUri());

    assertThat(
            browser.ask(
                "return Array.from(document.querySelectorAll('section')).map(s => s.id).join()"))
        .isEqualTo(
            "samples,losses,total-variation,hellinger,pair1-bits,pair1-correlations,pair1-networks,"
                + "provenance");
    for (String id : List.of("losses", "total-variation", "hellinger", "pair1-bits")) {
      assertDrawn(id);
    }
    assertThat(browser.ask("return document.querySelector('#samples tbody').innerText"))
        .asString()
        .contains("A", run.toString(), "local:noise=depolarizing:p1=0.05,p2=0.1");
    assertThat(browser.screenshot("comparison")).isNotEmptyFile();
  }

  @Test
  void namesAreTextEvenIfTheyLookLikeMarkup() throws IOException {
    Path file = folder.resolve("hostile.html");
    Files.writeString(file, PageWriter.html(page(HOSTILE, 3, 2, 1)));

    browser.open(file.toUri());

    assertThat(browser.driver().findElement(By.tagName("h1")).getText()).isEqualTo(HOSTILE);
    assertThat(browser.driver().getTitle()).isEqualTo(HOSTILE);
    WebElement chart = browser.driver().findElement(By.id("chart-loss"));
    new Actions(browser.driver()).moveToElement(chart).perform();
    assertThat(browser.driver().findElement(By.cssSelector(".tip")).getText()).contains(HOSTILE);
    assertThat(browser.ask("return window.hit === undefined && document.images.length === 0"))
        .isEqualTo(true);
    assertThat(browser.saved("[data-save=loss]")).doesNotContain("<script", "<img");
  }

  @Test
  void aLivePageFollowsTheRunToItsEnd() throws IOException {
    AtomicReference<LivePage> live = new AtomicReference<>(new LivePage(page("run", 3, 2), true));
    try (PageServer server = PageServer.open(0, live::get)) {
      browser.open(server.address());
      assertThat(browser.driver().findElement(By.tagName("dd")).getText()).isEqualTo("2 points");
      browser.driver().findElement(By.cssSelector("#loss .legend button")).click();
      String before = browser.picture("loss");

      live.set(new LivePage(page("run", 3, 2, 1), false));

      By finished = By.xpath("//p[@role='status' and .='The run is finished.']");
      assertThat(browser.driver().findElement(finished).isDisplayed()).isTrue();
      assertThat(browser.driver().findElement(By.tagName("dd")).getText()).isEqualTo("3 points");
      WebElement button = browser.driver().findElement(By.cssSelector("#loss .legend button"));
      assertThat(button.getDomAttribute("aria-pressed")).as("kept by new data").isEqualTo("false");
      button.click();
      assertThat(browser.picture("loss")).isNotEqualTo(before);
    }
  }
}
