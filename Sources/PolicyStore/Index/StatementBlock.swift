import PolicyIndex
import PolicyModel

/// What the texts of some records that follow one another say of themselves, as one result of the index.
///
/// A question about all policies wants the statements of all their texts: looked up one by one, each on a page of its own, they took a
/// quarter of its time. A block keeps its key as the history grows, so that a further record rewrites the last one alone.
struct StatementBlock {
    /// How many records a block spans.
    private static let length = 256

    private let policy: PolicyID
    private let number: Int
    /// The texts of its records, each once.
    let texts: [ObjectID]

    /// Returns the blocks of a policy's records, oldest first.
    static func blocks(of history: PolicyHistory) -> [StatementBlock] {
        stride(from: 0, to: history.records.count, by: length).map { start in
            var seen: Set<ObjectID> = []
            let records = history.records[start..<min(start + length, history.records.count)]
            return StatementBlock(
                policy: history.id, number: start / length,
                texts: records.compactMap(\.text).filter { seen.insert($0).inserted })
        }
    }

    /// The key that the block is kept under.
    func key(_ layout: Layout) -> CacheKey {
        CacheKey("statements \(layout.rawValue)") {
            $0.add(policy.text)
            $0.add(number)
        }
    }

    /// Returns the block as bytes, with the statements that are known.
    func packed(_ statements: [ObjectID: Stated]) -> [UInt8] {
        var packer = Packer()
        packer.add(all: texts.compactMap { text in statements[text].map { (text, $0) } }) {
            $0.add($1.0)
            $0.add($1.1.packed)
        }
        return packer.bytes
    }

    /// Reads a block: each text with its statement; nil where the bytes are none.
    static func statements(packed bytes: [UInt8]) -> [(text: ObjectID, stated: Stated)]? {
        var unpacker = Unpacker(bytes)
        let statements = try? unpacker.all { (unpacker) throws(Unpacker.Damaged) in
            (text: try unpacker.id(), stated: Stated.packed(try unpacker.content()))
        }
        return unpacker.isAtEnd ? statements : nil
    }
}

/// What a text says of itself, read when it is asked for: of most texts of a long history nobody asks.
enum Stated {
    /// As the index keeps it.
    case packed(ArraySlice<UInt8>)
    /// As it was read.
    case read(VersionStatement)

    /// The statement; nil where the bytes are none.
    var statement: VersionStatement? {
        switch self {
        case .packed(let bytes): VersionStatement(packed: Array(bytes))
        case .read(let statement): statement
        }
    }

    fileprivate var packed: ArraySlice<UInt8> {
        switch self {
        case .packed(let bytes): bytes
        case .read(let statement): statement.packed[...]
        }
    }
}
