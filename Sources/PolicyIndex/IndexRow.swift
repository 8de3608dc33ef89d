import PolicyModel

/// The form of a row: its bytes end in a digest over table, key and bytes, so that damage is noticed wherever it strikes.
///
/// SQLite guards against torn writes, not against a disk that gives back other bytes than were written.
enum IndexRow {
    /// Returns the digest that a row ends in.
    static func check(table: String, key: [UInt8], _ bytes: [UInt8]) -> UInt64 {
        var packer = Packer()
        packer.add(table)
        packer.add(key)
        packer.add(bytes)
        return Digest(of: packer.bytes).high
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
    static func opened(_ row: [UInt8], table: String, key: [UInt8]) throws -> [UInt8] {
        guard row.count >= 8 else { throw IndexError.damaged("a row of \(table)") }
        let bytes = Array(row.dropLast(8))
        guard sealed(bytes, table: table, key: key) == row else { throw IndexError.damaged("a row of \(table)") }
        return bytes
    }

    /// Returns a number as the bytes of a key.
    static func key(_ number: Int64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * Int64($0))) }
    }
}
