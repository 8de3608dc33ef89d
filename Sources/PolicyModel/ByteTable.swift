/// Strings of bytes, each with a number from 0 on: found without making a `String` or a copy of the bytes.
///
/// The numbers depend on nothing but the order of insertion. The hash is seeded by the process, so that no text of a stranger
/// is written to collide; a collision would cost time, never truth.
package struct ByteTable: Sendable {
    private var slots: [Int32]
    private var hashes: [UInt32] = []
    /// Where each string ends in `bytes`; it begins where the one before ends.
    private var ends: [Int] = []
    private var bytes: [UInt8] = []
    private let seed: UInt64

    private static let seed = UInt64(bitPattern: Int64("policyhistory".hashValue))

    /// Makes an empty table with room for so many strings.
    package init(capacity: Int = 128) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: -1, count: size)
        seed = Self.seed
    }

    /// How many strings it holds.
    package var count: Int { ends.count }

    /// Returns the number of a string; nil where it is not in the table.
    package func find(_ word: borrowing Swift.Span<UInt8>) -> Int? {
        // Safe: bytes of any value are bytes.
        let word = unsafe word.bytes
        let number = place(of: word, hash(word)).number
        return number < 0 ? nil : number
    }

    /// Returns the number of a string and whether it is new; a new one gets the next number.
    package mutating func insert(_ word: borrowing Swift.Span<UInt8>) -> (number: Int, isNew: Bool) {
        unsafe insert(word.bytes)
    }

    /// Returns the number of a list of numbers, taken by its bytes; a new one gets the next number.
    package mutating func insert(_ list: borrowing Swift.Span<UInt32>) -> (number: Int, isNew: Bool) {
        unsafe insert(list.bytes)
    }

    private mutating func insert(_ word: RawSpan) -> (number: Int, isNew: Bool) {
        let hash = hash(word)
        let found = place(of: word, hash)
        if found.number >= 0 { return (found.number, false) }
        let number = ends.count
        slots[found.slot] = Int32(truncatingIfNeeded: number)
        hashes.append(hash)
        // Safe, here and below: every place lies inside the span, and any bytes make a number.
        unsafe word.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
        ends.append(bytes.count)
        if ends.count * 2 > slots.count { grow() }
        return (number, true)
    }

    private func place(of word: RawSpan, _ hash: UInt32) -> (slot: Int, number: Int) {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while true {
            let number = Int(slots[slot])
            if number < 0 || (hashes[number] == hash && isEqual(number, word)) { return (slot, number) }
            slot = (slot + 1) & mask
        }
    }

    private func isEqual(_ number: Int, _ word: RawSpan) -> Bool {
        let start = number == 0 ? 0 : ends[number - 1]
        guard ends[number] - start == word.byteCount else { return false }
        let known = unsafe bytes.span.bytes
        var place = 0
        while place + 8 <= word.byteCount {
            let left = unsafe known.unsafeLoadUnaligned(fromByteOffset: start + place, as: UInt64.self)
            if unsafe left != word.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self) { return false }
            place += 8
        }
        while place < word.byteCount {
            if unsafe bytes[start + place] != word.unsafeLoad(fromByteOffset: place, as: UInt8.self) { return false }
            place += 1
        }
        return true
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        let mask = slots.count - 1
        for (number, hash) in hashes.enumerated() {
            var slot = Int(hash) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(truncatingIfNeeded: number)
        }
    }

    /// Eight bytes a step, each folded into the product of two words.
    private func hash(_ word: RawSpan) -> UInt32 {
        var hash = seed ^ UInt64(truncatingIfNeeded: word.byteCount)
        var place = 0
        while place + 8 <= word.byteCount {
            let next = unsafe word.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
            hash = Self.mixed(hash, next)
            place += 8
        }
        var rest: UInt64 = 0
        while place < word.byteCount {
            rest = unsafe rest << 8 | UInt64(word.unsafeLoad(fromByteOffset: place, as: UInt8.self))
            place += 1
        }
        hash = Self.mixed(hash, rest)
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    }

    private static func mixed(_ hash: UInt64, _ next: UInt64) -> UInt64 {
        let product = (hash ^ next).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }
}
