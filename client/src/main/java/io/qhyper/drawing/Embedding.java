package io.qhyper.drawing;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Places for the nodes of a graph such that distances in the plane are like the number of edges
 * between them: classical scaling, then majorisation of the stress (Gansner, Koren and North, 2004,
 * Graph Drawing by Stress Majorization). The same graph gets the same places. O(n²) a round.
 */
final class Embedding {
  private static final int ROUNDS = 200;

  private final int size;
  private final double[][] distance;

  private Embedding(double[][] distance) {
    this.size = distance.length;
    this.distance = distance;
  }

  /**
   * The places.
   *
   * @param neighbours of each node
   * @return x and y of each node, with edges about 1 long
   */
  static double[][] of(List<? extends Iterable<Integer>> neighbours) {
    Embedding embedding = new Embedding(distances(neighbours));
    double[][] places = embedding.start();
    for (int round = 0; round < ROUNDS; round++) {
      places = embedding.better(places);
    }
    return places;
  }

  private static double[][] distances(List<? extends Iterable<Integer>> neighbours) {
    int size = neighbours.size();
    double[][] distances = new double[size][size];
    int longest = 1;
    for (int from = 0; from < size; from++) {
      Arrays.fill(distances[from], -1);
      distances[from][from] = 0;
      Deque<Integer> open = new ArrayDeque<>(List.of(from));
      while (!open.isEmpty()) {
        int node = open.remove();
        for (int neighbour : neighbours.get(node)) {
          if (distances[from][neighbour] < 0) {
            distances[from][neighbour] = distances[from][node] + 1;
            longest = Math.max(longest, (int) distances[from][neighbour]);
            open.add(neighbour);
          }
        }
      }
    }
    for (double[] row : distances) {
      for (int to = 0; to < size; to++) {
        row[to] = row[to] < 0 ? longest / 2.0 + 1 : row[to]; // parts that are not joined
      }
    }
    return distances;
  }

  /** The two strongest directions of the doubly centred squared distances. */
  private double[][] start() {
    double[][] centred = new double[size][size];
    double[] means = new double[size];
    for (int i = 0; i < size; i++) {
      for (double d : distance[i]) {
        means[i] += d * d / size;
      }
    }
    double mean = Arrays.stream(means).average().orElse(0);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        centred[i][j] = (means[i] + means[j] - mean - distance[i][j] * distance[i][j]) / 2;
      }
    }
    double[] first = direction(centred, new double[size]);
    double[] second = direction(centred, first);
    double[][] places = new double[size][];
    for (int i = 0; i < size; i++) {
      places[i] = new double[] {first[i], second[i]};
    }
    return places;
  }

  /** By power iteration, at right angles to another one; as long as its eigenvalue's root says. */
  private double[] direction(double[][] matrix, double[] other) {
    double[] vector = new double[size];
    for (int i = 0; i < size; i++) {
      vector[i] = Math.sin(1 + 1.7 * i * (i + 1)); // nothing that a regular graph is blind to
    }
    double value = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double along = dot(vector, other) / Math.max(dot(other, other), 1e-300);
      double[] image = new double[size];
      for (int i = 0; i < size; i++) {
        vector[i] -= along * other[i];
      }
      for (int i = 0; i < size; i++) {
        image[i] = dot(matrix[i], vector);
      }
      value = Math.sqrt(dot(image, image));
      if (value < 1e-9) {
        return new double[size];
      }
      for (int i = 0; i < size; i++) {
        vector[i] = image[i] / value;
      }
    }
    for (int i = 0; i < size; i++) {
      vector[i] *= Math.sqrt(value);
    }
    return vector;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** One round: every node moves to where the others, weighted by 1/d², want it. */
  private double[][] better(double[][] places) {
    double[][] moved = new double[size][2];
    for (int i = 0; i < size; i++) {
      double total = 0;
      for (int j = 0; j < size; j++) {
        if (i != j) {
          double weight = 1 / (distance[i][j] * distance[i][j]);
          double dx = places[i][0] - places[j][0];
          double dy = places[i][1] - places[j][1];
          double ratio = distance[i][j] / Math.max(Math.hypot(dx, dy), 1e-9);
          moved[i][0] += weight * (places[j][0] + ratio * dx);
          moved[i][1] += weight * (places[j][1] + ratio * dy);
          total += weight;
        }
      }
      moved[i][0] /= Math.max(total, 1e-300);
      moved[i][1] /= Math.max(total, 1e-300);
    }
    return moved;
  }
}
