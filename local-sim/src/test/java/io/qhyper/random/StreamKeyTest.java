package io.qhyper.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class StreamKeyTest {
  @Test
  void theOracleMeetsThePublishedVectors() {
    // Random123's kat_vectors: all zeros, all ones, digits of pi.
    assertThat(PlainPhilox.block(new long[4], new long[2]))
        .containsExactly(
            0x16554d9eca36314cL, 0xdb20fe9d672d0fdcL, 0xd7e772cee186176bL, 0x7e68b68aec7ba23bL);
    assertThat(PlainPhilox.block(new long[] {-1, -1, -1, -1}, new long[] {-1, -1}))
        .containsExactly(
            0x87b092c3013fe90bL, 0x438c3c67be8d0224L, 0x9cc7d7c69cd777b6L, 0xa09caebf594f0ba0L);
    long[] pi = {
      0x243f6a8885a308d3L, 0x13198a2e03707344L, 0xa4093822299f31d0L, 0x082efa98ec4e6c89L
    };
    assertThat(PlainPhilox.block(pi, new long[] {0x452821e638d01377L, 0xbe5466cf34e90c6cL}))
        .containsExactly(
            0xa528f45403e61d95L, 0x38c72dbd566e9788L, 0xa5a1610e72fd18b5L, 0x57bd43b5e52b7fe6L);
  }

  @Test
  void opensTheCipherOfItsSeedAndPurposeAtItsCounter() {
    Random random = new Random(20261123);
    for (Purpose purpose : Purpose.values()) {
      long seed = random.nextLong();
      long iteration = random.nextLong();
      long circuit = random.nextInt();
      long block = random.nextInt(100);
      StreamKey key = new StreamKey(seed, purpose, iteration, circuit, block);
      UniformRandomProvider stream = key.open();
      // Commons RNG counts before it encrypts.
      for (long position = 1; position <= 5; position++) {
        long[] expected =
            PlainPhilox.block(
                new long[] {position, block, circuit, iteration},
                new long[] {seed, purpose.code()});
        for (long word : expected) {
          assertThat(stream.nextLong()).isEqualTo(word);
        }
      }
    }
  }

  @Test
  void opensTheSameStreamForTheSameKeyEachTime() {
    StreamKey key = StreamKey.of(7, Purpose.SAMPLING).withIteration(3).withCircuit(2).withBlock(1);
    assertThat(key).isEqualTo(new StreamKey(7, Purpose.SAMPLING, 3, 2, 1));
    assertThat(numbers(key)).isEqualTo(numbers(new StreamKey(7, Purpose.SAMPLING, 3, 2, 1)));
  }

  @Test
  void opensAnotherStreamWhereAnyFieldDiffers() {
    List<StreamKey> keys = new ArrayList<>();
    for (long seed : new long[] {0, 1, -1}) {
      for (Purpose purpose : Purpose.values()) {
        for (long iteration : new long[] {0, 1, -1}) {
          for (long circuit : new long[] {0, 1}) {
            for (long block : new long[] {0, 1, 2}) {
              keys.add(new StreamKey(seed, purpose, iteration, circuit, block));
            }
          }
        }
      }
    }
    // Two equal words of 64 bits among 7000 would be chance of 1e-12: equal words mean an overlap.
    List<Long> words = keys.stream().flatMap(key -> Arrays.stream(numbers(key)).boxed()).toList();
    assertThat(words).doesNotHaveDuplicates();
  }

  @Test
  void keepsTheCodesOfPurposes() {
    Map<String, Long> codes =
        Arrays.stream(Purpose.values()).collect(Collectors.toMap(Purpose::name, Purpose::code));
    assertThat(codes.values()).doesNotHaveDuplicates();
    assertThat(codes)
        .containsAllEntriesOf(
            Map.of(
                "SAMPLING", 1L,
                "INITIAL_PARAMETERS", 2L,
                "GRADIENT", 3L,
                "EVALUATION", 4L,
                "CONFIRMATION", 5L,
                "PERTURBATION", 6L,
                "TRAINING_DATA", 7L,
                "TEST_DATA", 8L,
                "RESTART_SEED", 9L));
  }

  @Test
  void changesOneFieldAtATime() {
    StreamKey key = StreamKey.of(5, Purpose.GRADIENT);
    assertThat(key).isEqualTo(new StreamKey(5, Purpose.GRADIENT, 0, 0, 0));
    Function<StreamKey, List<Long>> fields = k -> List.of(k.iteration(), k.circuit(), k.block());
    assertThat(fields.apply(key.withIteration(4))).containsExactly(4L, 0L, 0L);
    assertThat(fields.apply(key.withCircuit(4))).containsExactly(0L, 4L, 0L);
    assertThat(fields.apply(key.withBlock(4))).containsExactly(0L, 0L, 4L);
  }

  private static long[] numbers(StreamKey key) {
    UniformRandomProvider stream = key.open();
    long[] numbers = new long[16];
    Arrays.setAll(numbers, i -> stream.nextLong());
    return numbers;
  }
}
