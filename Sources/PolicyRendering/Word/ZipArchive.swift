/// A ZIP archive in the making (PKWARE APPNOTE 6.3), as office documents are packed.
///
/// Its files are stored, not compressed, and dated 1980-01-01 00:00, the first moment that the format knows: the same files make the same
/// bytes on every machine and day.
struct ZipArchive {
    /// What the archive says of one file.
    private struct Entry {
        let name: [UInt8]
        let checksum: UInt32
        let size: UInt32
        let offset: UInt32
    }

    private var bytes: [UInt8] = []
    private var entries: [Entry] = []

    /// Adds a file; its name is a path with slashes, in ASCII.
    ///
    /// Cost: linear in the size. The format's plain form holds 4 GiB, far beyond what is rendered.
    mutating func add(_ name: String, _ contents: [UInt8]) {
        let entry = Entry(
            name: Array(name.utf8), checksum: Self.checksum(of: contents), size: UInt32(contents.count),
            offset: UInt32(bytes.count))
        append(0x0403_4b50 as UInt32)
        appendDescription(of: entry)
        append(0 as UInt16)  // No extra field.
        bytes += entry.name
        bytes += contents
        entries.append(entry)
    }

    /// Returns the whole archive: the files, then their directory.
    func finished() -> [UInt8] {
        var archive = self
        let start = UInt32(bytes.count)
        for entry in entries {
            archive.append(0x0201_4b50 as UInt32)
            archive.append(20 as UInt16)  // Made by version 2.0.
            archive.appendDescription(of: entry)
            // No extra field, no comment, the first disk, no internal attributes.
            for _ in 0..<4 { archive.append(0 as UInt16) }
            archive.append(0 as UInt32)  // External attributes.
            archive.append(entry.offset)
            archive.bytes += entry.name
        }
        let size = UInt32(archive.bytes.count) - start
        archive.append(0x0605_4b50 as UInt32)
        archive.append(0 as UInt32)  // One disk.
        archive.append(UInt16(entries.count))
        archive.append(UInt16(entries.count))
        archive.append(size)
        archive.append(start)
        archive.append(0 as UInt16)  // No comment.
        return archive.bytes
    }

    /// The part that the header before a file and the directory share: version needed to the length of the name.
    private mutating func appendDescription(of entry: Entry) {
        append(20 as UInt16)  // Version 2.0 is needed.
        append(0 as UInt16)  // No flags.
        append(0 as UInt16)  // Stored.
        append(0 as UInt16)  // 00:00.
        append(0x0021 as UInt16)  // 1980-01-01.
        append(entry.checksum)
        append(entry.size)
        append(entry.size)
        append(UInt16(entry.name.count))
    }

    private mutating func append<Number: FixedWidthInteger>(_ number: Number) {
        for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
        }
    }

    /// CRC-32 as in ISO 3309, with the reversed polynomial EDB88320.
    private static func checksum(of contents: [UInt8]) -> UInt32 {
        var value: UInt32 = 0xFFFF_FFFF
        for byte in contents { value = table[Int((value ^ UInt32(byte)) & 0xFF)] ^ (value >> 8) }
        return ~value
    }

    private static let table: [UInt32] = (0..<256).map { start in
        (0..<8).reduce(UInt32(start)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
}
