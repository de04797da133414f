package org.optihal.physics.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class FourierTransformTest {
  private static final int SIZE = 64;

  @Test
  void forwardIsTheDefiningSumInBitReversedOrder() {
    SplittableRandom random = new SplittableRandom(1);
    double[] re = random.doubles(SIZE, -1, 1).toArray();
    double[] im = random.doubles(SIZE, -1, 1).toArray();
    double[] outRe = re.clone();
    double[] outIm = im.clone();
    new FourierTransform(SIZE).forward(outRe, outIm);
    for (int k = 0; k < SIZE; k++) {
      double sumRe = 0;
      double sumIm = 0;
      for (int n = 0; n < SIZE; n++) {
        double angle = -2 * StrictMath.PI * n * k / SIZE;
        sumRe += re[n] * StrictMath.cos(angle) - im[n] * StrictMath.sin(angle);
        sumIm += re[n] * StrictMath.sin(angle) + im[n] * StrictMath.cos(angle);
      }
      int place = Integer.reverse(k) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(SIZE));
      assertThat(outRe[place]).isCloseTo(sumRe, within(1e-12));
      assertThat(outIm[place]).isCloseTo(sumIm, within(1e-12));
    }
  }

  @Test
  void inverseUndoesForward() {
    SplittableRandom random = new SplittableRandom(2);
    double[] re = random.doubles(SIZE, -1, 1).toArray();
    double[] im = new double[SIZE];
    double[] original = re.clone();
    FourierTransform transform = new FourierTransform(SIZE);
    transform.forward(re, im);
    transform.inverse(re, im);
    for (int i = 0; i < SIZE; i++) {
      assertThat(re[i] / SIZE).isCloseTo(original[i], within(1e-14));
      assertThat(im[i]).isCloseTo(0, within(1e-12));
    }
  }
}
