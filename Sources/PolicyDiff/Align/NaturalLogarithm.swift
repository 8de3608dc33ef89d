/// Returns the natural logarithm of a number above zero, the same to the last bit on every machine.
///
/// Those of the systems' C libraries differ in the last bits, which could decide between two equally likely pairs.
func naturalLogarithm(_ value: Double) -> Double {
    // ln(m · 2^e) = e · ln 2 + 2 · artanh((m − 1) / (m + 1)), with m in 1..<2, so that the series shrinks ninefold a step.
    let ratio = (value.significand - 1) / (value.significand + 1)
    let square = ratio * ratio
    var term = ratio
    var sum = 0.0
    for odd in stride(from: 1.0, through: 31.0, by: 2.0) {
        sum += term / odd
        term *= square
    }
    return Double(value.exponent) * 0.693_147_180_559_945_3 + 2 * sum
}
