/// Values by the bytes of a word, found without making a string or a copy of the bytes.
struct WordTable<Value> {
    private var slots: [Int32] = Array(repeating: -1, count: 1_024)
    private var values: [Value] = []
    private var hashes: [UInt64] = []
    private var places: [Range<Int>] = []
    private var bytes: [UInt8] = []

    /// Returns the value of a word, and the slot where it stands or would stand.
    func find(_ word: ArraySlice<UInt8>) -> (slot: Int, value: Value?) {
        let hash = Self.hash(word)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if hashes[index] == hash, bytes[places[index]].elementsEqual(word) { return (slot, values[index]) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return (slot, nil)
    }

    /// Puts a new word's value where `find` said that it would stand.
    mutating func insert(_ value: Value, for word: ArraySlice<UInt8>, at slot: Int) {
        slots[slot] = Int32(values.count)
        values.append(value)
        hashes.append(Self.hash(word))
        places.append(bytes.count..<(bytes.count + word.count))
        bytes.append(contentsOf: word)
        if values.count * 2 > slots.count { grow() }
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (index, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(index)
        }
    }

    /// FNV-1a with a last mix.
    ///
    /// Words come from texts of strangers: a long run of collisions would cost time, never truth.
    private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash ^ (hash >> 29)
    }
}
