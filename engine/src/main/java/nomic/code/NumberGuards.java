package nomic.code;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Guards of numbers that could grow without end.
 *
 * @see Guards
 */
public final class NumberGuards {
    private NumberGuards() {}

    public static BigInteger pow(BigInteger base, int exponent) {
        Weight.requireBits((long) base.bitLength() * Math.max(1, exponent));
        Weight.numbers(base);
        return base.pow(exponent);
    }

    public static BigInteger shiftLeft(BigInteger number, int bits) {
        Weight.requireBits(number.bitLength() + Math.max(0L, bits));
        return number.shiftLeft(bits);
    }

    public static BigInteger setBit(BigInteger number, int bit) {
        Weight.requireBits(bit);
        return number.setBit(bit);
    }

    public static BigInteger flipBit(BigInteger number, int bit) {
        Weight.requireBits(bit);
        return number.flipBit(bit);
    }

    public static BigDecimal pow(BigDecimal base, int exponent) {
        Weight.requireScale((long) base.precision() * exponent);
        Weight.requireScale((long) base.scale() * exponent);
        Weight.numbers(base);
        return base.pow(exponent);
    }

    public static BigDecimal setScale(BigDecimal number, int scale) {
        return setScale(number, scale, RoundingMode.UNNECESSARY);
    }

    public static BigDecimal setScale(BigDecimal number, int scale, RoundingMode rounding) {
        Weight.numbers(number);
        Weight.requireScale(scale);
        return number.setScale(scale, rounding);
    }

    public static BigDecimal movePointLeft(BigDecimal number, int places) {
        Weight.numbers(number);
        Weight.requireScale((long) number.scale() + places);
        return number.movePointLeft(places);
    }

    public static BigDecimal movePointRight(BigDecimal number, int places) {
        Weight.numbers(number);
        Weight.requireScale((long) number.scale() - places);
        return number.movePointRight(places);
    }

    public static BigDecimal scaleByPowerOfTen(BigDecimal number, int places) {
        return movePointRight(number, places);
    }

    public static String toPlainString(BigDecimal number) {
        Weight.numbers(number);
        return number.toPlainString();
    }
}
