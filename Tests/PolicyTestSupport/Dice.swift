/// Numbers that look random and are the same on every machine.
package struct Dice {
    private var state: UInt64

    /// Makes dice that roll the same numbers for the same seed.
    package init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// Returns the next number: at least 0, and less than the number of sides.
    package mutating func roll(_ sides: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(sides))
    }
}
