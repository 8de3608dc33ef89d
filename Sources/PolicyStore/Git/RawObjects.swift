import CGit2

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The header of a commit, read from its bytes (`git help format-commit`: `tree`, `parent`…, `author`, `committer`).
struct CommitHeader {
    let tree: git_oid
    /// The first parent.
    let parent: git_oid?
    let parentCount: Int
    /// The author's name, in bytes; empty where there is none.
    let author: [UInt8]
    /// The committer date in seconds since 1970; 0 where it cannot be read, as git shows it.
    let committed: Int64

    /// Reads the header; nil where the bytes are no commit.
    init?(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes[...]
        guard let tree = Self.id(after: "tree ", in: &rest) else { return nil }
        self.tree = tree
        var first: git_oid?
        var count = 0
        while let parent = Self.id(after: "parent ", in: &rest) {
            if count == 0 { first = parent }
            count += 1
        }
        self.parent = first
        self.parentCount = count
        guard let author = Self.line(after: "author ", in: &rest),
            let committer = Self.line(after: "committer ", in: &rest)
        else { return nil }
        self.author = Array(author.prefix { $0 != UInt8(ascii: "<") })
        self.committed = Self.seconds(committer)
    }

    /// Takes a line that starts with `key`, without its end.
    private static func line(after key: StaticString, in rest: inout Slice<UnsafeRawBufferPointer>)
        -> Slice<UnsafeRawBufferPointer>?
    {
        let length = key.utf8CodeUnitCount
        guard rest.count > length,
            (0..<length).allSatisfy({ rest[rest.startIndex + $0] == key.utf8Start[$0] }),
            let end = rest.firstIndex(of: UInt8(ascii: "\n"))
        else { return nil }
        let line = rest[(rest.startIndex + length)..<end]
        rest = rest[(end + 1)...]
        return line
    }

    /// Takes a line of `key` and 40 hexadecimal digits.
    private static func id(after key: StaticString, in rest: inout Slice<UnsafeRawBufferPointer>) -> git_oid? {
        var after = rest
        guard let digits = line(after: key, in: &after), digits.count == 40 else { return nil }
        var id = git_oid()
        let start = digits.startIndex
        let valid = withUnsafeMutableBytes(of: &id.id) { target in
            for place in 0..<20 {
                guard let high = nibble(digits[start + 2 * place]), let low = nibble(digits[start + 2 * place + 1])
                else { return false }
                target[place] = high << 4 | low
            }
            return true
        }
        guard valid else { return nil }
        rest = after
        return id
    }

    private static func nibble(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    /// Reads the seconds out of `Name <mail> 1700000000 +0100`.
    private static func seconds(_ signature: Slice<UnsafeRawBufferPointer>) -> Int64 {
        guard let bracket = signature.lastIndex(of: UInt8(ascii: ">")) else { return 0 }
        let digits = signature[(bracket + 1)...].drop { $0 == UInt8(ascii: " ") }.prefix { $0 != UInt8(ascii: " ") }
        return Int64(String(decoding: digits, as: UTF8.self)) ?? 0
    }
}

/// Goes through the entries of a tree's bytes: mode in octal digits, a space, the name, a NUL, the 20 bytes of the id.
///
/// A history has millions of entries to go past, so this works on pointers; every step is checked against the end.
struct TreeCursor {
    private let bytes: UnsafeRawBufferPointer
    private let tree: git_oid
    /// Where the entry starts; the end of the bytes after the last one.
    private var start = 0
    private var nameStart = 0
    private var nameEnd = 0
    /// The mode of the entry.
    private(set) var mode: UInt32 = 0

    /// Stands at the first entry of a tree.
    ///
    /// - Throws: where the bytes are no tree.
    init(_ bytes: UnsafeRawBufferPointer, of tree: git_oid) throws(GitError) {
        self.bytes = bytes
        self.tree = tree
        try readEntry()
    }

    /// Whether there is no entry any more.
    var isAtEnd: Bool { start == bytes.count }

    /// The entry's name.
    var name: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[nameStart..<nameEnd]) }

    /// The entry's id.
    var id: git_oid { bytes.loadUnaligned(fromByteOffset: nameEnd + 1, as: git_oid.self) }

    /// Whether the entry is a folder.
    var isFolder: Bool { mode & 0o170000 == 0o040000 }

    /// Goes to the next entry, or past the last one.
    ///
    /// - Throws: where the bytes are no tree.
    mutating func advance() throws(GitError) {
        start = nameEnd + 21
        try readEntry()
    }

    /// Takes both cursors past the entries that are the same in both, byte by byte.
    ///
    /// Two root trees of a collection differ in one entry among hundreds: this is where the walk spends its time, so it compares words and
    /// then looks only for the ends of the names.
    static func skipEqual(_ left: inout TreeCursor, _ right: inout TreeCursor) throws(GitError) {
        guard let leftBase = left.bytes.baseAddress, let rightBase = right.bytes.baseAddress else { return }
        let (first, second) = (leftBase + left.start, rightBase + right.start)
        let limit = min(left.bytes.count - left.start, right.bytes.count - right.start)
        var equal = 0
        while equal + 8 <= limit,
            first.loadUnaligned(fromByteOffset: equal, as: UInt64.self)
                == second.loadUnaligned(fromByteOffset: equal, as: UInt64.self)
        { equal += 8 }
        while equal < limit,
            first.load(fromByteOffset: equal, as: UInt8.self) == second.load(fromByteOffset: equal, as: UInt8.self)
        {
            equal += 1
        }
        var passed = 0
        while passed < equal, let end = memchr(first + passed, 0, equal - passed) {
            let next = first.distance(to: UnsafeRawPointer(end)) + 21
            if next > equal { break }
            passed = next
        }
        if passed == 0 { return }
        left.start += passed
        right.start += passed
        try left.readEntry()
        try right.readEntry()
    }

    /// Reads the entry at `start`.
    private mutating func readEntry() throws(GitError) {
        guard start < bytes.count else {
            start = bytes.count
            return
        }
        var place = start
        mode = 0
        while place < bytes.count, bytes[place] != UInt8(ascii: " ") {
            guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(bytes[place]), place - start < 7 else {
                throw GitError.corrupt("tree", tree)
            }
            mode = mode << 3 | UInt32(bytes[place] - UInt8(ascii: "0"))
            place += 1
        }
        nameStart = place + 1
        guard nameStart < bytes.count, let base = bytes.baseAddress,
            let end = memchr(base + nameStart, 0, bytes.count - nameStart)
        else { throw GitError.corrupt("tree", tree) }
        nameEnd = base.distance(to: UnsafeRawPointer(end))
        guard nameEnd > nameStart, nameEnd + 20 < bytes.count else { throw GitError.corrupt("tree", tree) }
    }

    /// Whether this entry stands before another in git's order, in which a folder's name ends in a slash.
    func precedes(_ other: TreeCursor) -> Bool {
        let (left, right) = (name, other.name)
        let common = min(left.count, right.count)
        for place in 0..<common where left[place] != right[place] { return left[place] < right[place] }
        return end(common) < other.end(common)
    }

    /// Whether both entries have the same name and are both folders, or both none.
    func hasSameName(as other: TreeCursor) -> Bool {
        isFolder == other.isFolder && name.elementsEqual(other.name)
    }

    /// The byte of the name at a place, counting the slash that ends a folder's name.
    private func end(_ place: Int) -> UInt8 {
        place < name.count ? name[place] : isFolder ? UInt8(ascii: "/") : 0
    }
}
