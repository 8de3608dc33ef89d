import PolicyModel

/// The form of a row: its bytes end in a digest over table, key and bytes, so that damage is noticed wherever it strikes.
///
/// SQLite guards against torn writes, not against a disk that gives back other bytes than were written.
enum IndexRow {
    /// Returns the digest that a row ends in.
    static func check(table: String, key: [UInt8], _ bytes: some Collection<UInt8>) -> UInt64 {
        var digest: UInt64 = 0x9E37_79B9_7F4A_7C15
        add(table.utf8, to: &digest)
        add(key, to: &digest)
        add(bytes, to: &digest)
        return digest
    }

    /// Takes bytes and their number into a digest, eight at a time.
    private static func add(_ bytes: some Collection<UInt8>, to digest: inout UInt64) {
        let isAdded: Void? = bytes.withContiguousStorageIfAvailable { storage in
            let raw = UnsafeRawBufferPointer(storage)
            var place = 0
            while place + 8 <= raw.count {
                add(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)), to: &digest)
                place += 8
            }
            var rest: UInt64 = 0
            while place < raw.count {
                rest = rest << 8 | UInt64(raw[place])
                place += 1
            }
            add(rest, to: &digest)
            add(UInt64(raw.count), to: &digest)
        }
        if isAdded == nil { add(Array(bytes), to: &digest) }
    }

    /// Multiplies to 128 bits and folds the halves, so that every bit of the word reaches every bit of the digest.
    private static func add(_ word: UInt64, to digest: inout UInt64) {
        let product = (digest ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        digest = (product.high ^ product.low) &+ (digest ^ word).byteSwapped
    }

    /// Returns the row that holds the bytes.
    static func sealed(_ bytes: [UInt8], table: String, key: [UInt8]) -> [UInt8] {
        var packer = Packer()
        packer.addFixed(check(table: table, key: key, bytes))
        return bytes + packer.bytes
    }

    /// Returns the bytes of a row.
    ///
    /// - Throws: `damaged` where they are not those that were written.
    static func opened(_ row: UnsafeRawBufferPointer, table: String, key: [UInt8]) throws(IndexError) -> [UInt8] {
        _ = try seal(row, table: table, key: key)
        return Array(row.dropLast(8))
    }

    /// Returns the digest that a row ends in.
    ///
    /// - Throws: `damaged` where it is not that of the bytes before it.
    static func seal(_ row: UnsafeRawBufferPointer, table: String, key: [UInt8]) throws(IndexError) -> UInt64 {
        guard row.count >= 8 else { throw IndexError.damaged("a row of \(table)") }
        let bytes = UnsafeRawBufferPointer(rebasing: row.dropLast(8))
        let written = row.loadUnaligned(fromByteOffset: bytes.count, as: UInt64.self).bigEndian
        guard check(table: table, key: key, bytes) == written else { throw IndexError.damaged("a row of \(table)") }
        return written
    }

    /// Returns a number as the bytes of a key.
    static func key(_ number: Int64) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }
}
