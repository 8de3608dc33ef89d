/// Strings of bytes, each with a number from 0 on: found without making a `String` or a copy of the bytes.
///
/// The numbers depend on nothing but the order of insertion. The hash is seeded by the process, so that no text of a stranger
/// is written to collide; a collision would cost time, never truth.
package struct ByteTable: Sendable {
    private var slots: [Int32]
    /// What is compared first: strings of up to eight bytes themselves, the hashes of longer ones.
    private var keys: [UInt64] = []
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
        let number = place(of: word, key(word)).number
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
        let key = key(word)
        let found = place(of: word, key)
        if found.number >= 0 { return (found.number, false) }
        let number = ends.count
        slots[found.slot] = Int32(truncatingIfNeeded: number)
        keys.append(key)
        // Safe, here and below: every place lies inside the span, and any bytes make a number.
        unsafe word.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
        ends.append(bytes.count)
        if ends.count * 2 > slots.count { grow() }
        return (number, true)
    }

    private func place(of word: RawSpan, _ key: UInt64) -> (slot: Int, number: Int) {
        let mask = slots.count - 1
        var slot = slot(of: key, word.byteCount) & mask
        while true {
            let number = Int(slots[slot])
            if number < 0 || (keys[number] == key && isEqual(number, word)) { return (slot, number) }
            slot = (slot + 1) & mask
        }
    }

    /// Whether a string with the same key is the same.
    private func isEqual(_ number: Int, _ word: RawSpan) -> Bool {
        let start = number == 0 ? 0 : ends[number - 1]
        let count = word.byteCount
        guard ends[number] - start == count else { return false }
        if count <= 8 { return true }
        let known = unsafe bytes.span.bytes
        var place = 0
        while place + 8 < count {
            let left = unsafe known.unsafeLoadUnaligned(fromByteOffset: start + place, as: UInt64.self)
            if unsafe left != word.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self) { return false }
            place += 8
        }
        let left = unsafe known.unsafeLoadUnaligned(fromByteOffset: start + count - 8, as: UInt64.self)
        return unsafe left == word.unsafeLoadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        let mask = slots.count - 1
        for number in keys.indices {
            var slot = slot(of: keys[number], ends[number] - (number == 0 ? 0 : ends[number - 1])) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(truncatingIfNeeded: number)
        }
    }

    /// Up to eight bytes as they are; of more a hash, eight bytes a step, each folded into the product of two words.
    private func key(_ word: RawSpan) -> UInt64 {
        let count = word.byteCount
        if count <= 8 { return Self.packed(word) }
        var hash = seed
        var place = 0
        while place + 8 < count {
            hash = Self.mixed(hash, unsafe word.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
            place += 8
        }
        return Self.mixed(hash, unsafe word.unsafeLoadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    }

    /// The bytes of a string of up to eight in one number; strings of one length have different numbers.
    private static func packed(_ word: RawSpan) -> UInt64 {
        let count = word.byteCount
        if count == 8 { return unsafe word.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self) }
        if count >= 4 {
            let first = unsafe word.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self)
            let last = unsafe word.unsafeLoadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
            return UInt64(first) | UInt64(last) << 32
        }
        if count == 0 { return 0 }
        let first = unsafe word.unsafeLoad(fromByteOffset: 0, as: UInt8.self)
        let middle = unsafe word.unsafeLoad(fromByteOffset: count / 2, as: UInt8.self)
        let last = unsafe word.unsafeLoad(fromByteOffset: count - 1, as: UInt8.self)
        return UInt64(first) | UInt64(middle) << 8 | UInt64(last) << 16
    }

    private func slot(of key: UInt64, _ count: Int) -> Int {
        let mixed = Self.mixed(key ^ seed, UInt64(truncatingIfNeeded: count))
        return Int(truncatingIfNeeded: mixed & 0x7FFF_FFFF)
    }

    private static func mixed(_ hash: UInt64, _ next: UInt64) -> UInt64 {
        let product = (hash ^ next).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }
}
