package io.qhyper.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArrowsTest {
  @Test
  void seesClassesOfEveryModule() {
    Set<String> packages =
        Product.CLASSES.stream().map(ArrowsTest::packageOf).collect(Collectors.toSet());

    assertThat(packages).contains("circuit", "qasm", "random", "cli");
    assertThat(Product.CLASSES).hasSizeGreaterThan(60);
  }

  @Test
  void everyPackageHasALineInTheTable() {
    Set<String> packages =
        Product.CLASSES.stream().map(ArrowsTest::packageOf).collect(Collectors.toSet());

    assertThat(Product.ARROWS.keySet())
        .as("packages with a line in Product.ARROWS; say there what a new package may use")
        .containsAll(packages);
  }

  @Test
  void packagesUseOnlyWhatTheTableAllows() {
    Map<String, String> forbidden = new TreeMap<>();
    for (JavaClass from : Product.CLASSES) {
      for (Dependency arrow : from.getDirectDependenciesFromSelf()) {
        JavaClass to = arrow.getTargetClass().getBaseComponentType();
        if (to.getPackageName().startsWith(Product.ROOT) && !isAllowed(from, to)) {
          String arrowName = packageOf(from) + " -> " + packageOf(to);
          forbidden.putIfAbsent(arrowName, arrow.getDescription());
        }
      }
    }

    assertThat(forbidden).as("arrows that Product.ARROWS does not allow").isEmpty();
  }

  @Test
  void theTableOfArrowsHasNoCycle() {
    for (String start : Product.ARROWS.keySet()) {
      assertThat(reachable(start)).as("what %s uses, directly or not", start).doesNotContain(start);
    }
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("io.qhyper.(**)").should().beFreeOfCycles().check(Product.CLASSES);
  }

  private static boolean isAllowed(JavaClass from, JavaClass to) {
    String source = packageOf(from);
    String target = packageOf(to);
    return source.equals(target) || Product.ARROWS.getOrDefault(source, Set.of()).contains(target);
  }

  private static Set<String> reachable(String start) {
    Set<String> found = new TreeSet<>();
    Set<String> open = new TreeSet<>(Product.ARROWS.get(start));
    while (!open.isEmpty()) {
      String next = open.iterator().next();
      open.remove(next);
      if (found.add(next)) {
        open.addAll(Product.ARROWS.getOrDefault(next, Set.of()));
      }
    }
    return found;
  }

  private static String packageOf(JavaClass type) {
    return type.getPackageName().substring(Product.ROOT.length());
  }
}
