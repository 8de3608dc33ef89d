/// A digest of 128 bits: tells contents apart and notices damage.
///
/// It stands against accidents, not against someone who makes up bytes for a given digest: what is kept under it was computed on this
/// machine, and contents are named by git's own ids.
package struct Digest: Hashable, Sendable {
    /// The first half.
    package let high: UInt64
    /// The second half.
    package let low: UInt64

    /// Makes the digest of bytes.
    package init(of bytes: [UInt8]) {
        var first: UInt64 = 0x9E37_79B9_7F4A_7C15
        var second: UInt64 = 0xC2B2_AE3D_27D4_EB4F
        var place = 0
        while place < bytes.count {
            var word: UInt64 = 0
            if bytes.count - place >= 8 {
                for offset in place..<(place + 8) { word = word << 8 | UInt64(bytes[offset]) }
            } else {
                for offset in place..<bytes.count { word = word << 8 | UInt64(bytes[offset]) }
            }
            first = Self.mixed(first ^ word, 0xA076_1D64_78BD_642F)
            second = Self.mixed(second &+ word, 0xE703_7ED1_A0B4_28DB)
            place += 8
        }
        let count = UInt64(bytes.count)
        high = Self.mixed(first ^ count, 0x8EBC_6AF0_9C88_C6E3)
        low = Self.mixed(second ^ count, 0x5899_65CC_7537_4CC3)
    }

    /// Multiplies to 128 bits and folds the halves, so that every bit of the word reaches every bit of the result.
    private static func mixed(_ word: UInt64, _ factor: UInt64) -> UInt64 {
        let product = (word ^ factor).multipliedFullWidth(by: factor | 1)
        return product.high ^ product.low &+ word.byteSwapped
    }
}
