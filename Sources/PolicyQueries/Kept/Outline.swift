import PolicyDiff
import PolicyModel

/// What answers tell of a text beside its changes, so that it need not be read for them.
struct Outline: Hashable {
    /// Its title.
    let title: String?
    /// The heading of the one level-1 section that all others lie in.
    let soleTopHeading: String?
    /// What was noticed in it.
    let findings: [Finding]

    init(_ content: PolicyContent) {
        title = content.document.title
        soleTopHeading = content.document.soleTopHeading
        findings = content.findings
    }

    var packed: [UInt8] {
        var packer = Packer()
        packer.addOptional(title)
        packer.addOptional(soleTopHeading)
        packer.add(all: findings) { $0.add($1) }
        return packer.bytes
    }

    /// Reads an outline; nil where the bytes are none.
    init?(packed bytes: [UInt8]) {
        var unpacker = Unpacker(bytes)
        do throws(Unpacker.Damaged) {
            title = try unpacker.optionalText()
            soleTopHeading = try unpacker.optionalText()
            findings = try unpacker.all { (unpacker) throws(Unpacker.Damaged) in try unpacker.finding() }
        } catch {
            return nil
        }
    }
}

extension Document {
    /// The heading of the one level-1 section that all others lie in.
    fileprivate var soleTopHeading: String? {
        let headed = sections.filter { !$0.heading.isEmpty }
        guard let first = headed.first, headed.count > 1, headed.dropFirst().allSatisfy({ $0.level > first.level })
        else {
            return nil
        }
        return first.heading
    }
}

/// The wordings of a text's clauses and headings, for looking up whether one stands in it: by their digests.
struct Wordings: Hashable {
    private let digests: Set<UInt64>

    /// No wording at all: the policy has ended.
    static let none = Wordings(digests: [])

    private init(digests: Set<UInt64>) { self.digests = digests }

    init(_ document: Document) {
        digests = Set(
            document.clauses.map { Self.digest($0.text) } + document.sections.map { Self.digest($0.heading) })
    }

    var isEmpty: Bool { digests.isEmpty }

    func contains(_ wording: some StringProtocol) -> Bool { digests.contains(Self.digest(wording)) }

    private static func digest(_ wording: some StringProtocol) -> UInt64 { Digest(of: Array(wording.utf8)).high }

    var packed: [UInt8] {
        var packer = Packer()
        for digest in digests.sorted() { packer.addFixed(digest) }
        return packer.bytes
    }

    /// Reads wordings; nil where the bytes are none.
    init?(packed bytes: [UInt8]) {
        guard bytes.count.isMultiple(of: 8) else { return nil }
        var unpacker = Unpacker(bytes)
        var digests: Set<UInt64> = []
        digests.reserveCapacity(bytes.count / 8)
        while !unpacker.isAtEnd {
            guard let digest = try? unpacker.fixed() else { return nil }
            digests.insert(digest)
        }
        self.digests = digests
    }
}
