import PolicyDiff
import PolicyModel

/// The form in which comparisons are kept: compact, since an archive has tens of thousands of them.
///
/// Word edits are mostly stretches of the two texts: told by their lengths.
extension Comparison {
    /// The comparison as bytes.
    var packed: [UInt8] {
        var packer = Packer()
        packer.add(all: changes) { $0.add($1) }
        packer.add(all: findings) { $0.add($1) }
        return packer.bytes
    }

    /// Reads a comparison; nil where the bytes are none.
    init?(packed bytes: [UInt8]) {
        var unpacker = Unpacker(bytes)
        do throws(Unpacker.Damaged) {
            self.init(
                changes: try unpacker.all { (unpacker) throws(Unpacker.Damaged) in try unpacker.change() },
                findings: try unpacker.all { (unpacker) throws(Unpacker.Damaged) in try unpacker.finding() })
        } catch {
            return nil
        }
        guard unpacker.isAtEnd else { return nil }
    }
}

extension Packer {
    fileprivate mutating func add(_ change: Change) {
        add(change.id)
        add(change.kind)
        add(change.significance.rawValue)
        add(change.direction.rawValue)
        add(all: change.section) { $0.add($1) }
        addOptional(change.rule)
        add(change.before) { $0.add($1) }
        add(change.after) { $0.add($1) }
        addEdits(of: change)
        add(change.modality) {
            $0.addOptional($1.before?.rawValue)
            $0.addOptional($1.after?.rawValue)
        }
        add(all: change.quantities) {
            $0.addOptional($1.before)
            $0.addOptional($1.after)
        }
        add(change.focus) {
            $0.addOptional($1.before)
            $0.addOptional($1.after)
            $0.addOptional($1.audience)
        }
        add(change.summary)
        add(change.reason)
        addOptional(change.introducedIn)
        add(change.places)
        add(change.override) { $0.add($1) }
    }

    mutating func addOptional(_ text: String?) { add(text) { $0.add($1) } }

    private mutating func add(_ evidence: Change.Evidence) {
        add(evidence.text)
        add(evidence.lines)
    }

    private mutating func add(_ lines: LineRange) {
        add(lines.first)
        add(lines.last - lines.first)
    }

    private mutating func add(_ override: SignificanceOverride) {
        switch override.target {
        case .kind(let id):
            add(true)
            add(id)
        case .change(let id):
            add(false)
            add(id)
        }
        add(override.significance.rawValue)
        add(override.reason)
    }

    /// Writes a finding with its place.
    mutating func add(_ finding: Finding) {
        add(finding.id)
        add(finding.severity.rawValue)
        add(finding.message)
        add(finding.place) {
            $0.add($1.path)
            $0.add($1.lines) { $0.add($1) }
        }
        addOptional(finding.fix)
    }

    /// Writes what is kept under the name of a publisher's word on significance, for keys.
    mutating func add(all overrides: [SignificanceOverride]) {
        add(all: overrides) { $0.add($1) }
    }

    private mutating func addEdits(of change: Change) {
        var walk = EditWalk(change.before?.text, change.after?.text)
        add(all: change.edits) { packer, edit in
            let isTold = walk.take(edit.operation, edit.text.utf8.count) == edit.text
            packer.add(UInt64(EditWalk.number(edit.operation) << 1 | (isTold ? 1 : 0)))
            if isTold { packer.add(UInt64(edit.text.utf8.count)) } else { packer.add(edit.text) }
        }
    }
}

extension Unpacker {
    fileprivate mutating func change() throws(Damaged) -> Change {
        let id = try text()
        let kind = try text()
        let significance: Significance = try value()
        let direction: Direction = try value()
        let section = try all { (unpacker) throws(Damaged) in try unpacker.text() }
        let rule = try optionalText()
        let before = try optional { (unpacker) throws(Damaged) in try unpacker.evidence() }
        let after = try optional { (unpacker) throws(Damaged) in try unpacker.evidence() }
        return Change(
            id: id, kind: kind, significance: significance, direction: direction, section: section, rule: rule,
            before: before, after: after, edits: try edits(before?.text, after?.text),
            modality: try optional { (unpacker) throws(Damaged) in
                ModalityChange(before: try unpacker.optionalValue(), after: try unpacker.optionalValue())
            },
            quantities: try all { (unpacker) throws(Damaged) in
                QuantityChange(before: try unpacker.optionalText(), after: try unpacker.optionalText())
            },
            focus: try optional { (unpacker) throws(Damaged) in
                Change.Focus(
                    before: try unpacker.optionalText(), after: try unpacker.optionalText(),
                    audience: try unpacker.optionalText())
            },
            summary: try text(), reason: try text(), introducedIn: try optionalText(), places: try integer(),
            override: try optional { (unpacker) throws(Damaged) in try unpacker.override() })
    }

    mutating func optionalText() throws(Damaged) -> String? {
        try optional { (unpacker) throws(Damaged) in try unpacker.text() }
    }

    private mutating func value<Value: RawRepresentable<String>>() throws(Damaged) -> Value {
        guard let value = Value(rawValue: try text()) else { throw Damaged() }
        return value
    }

    private mutating func optionalValue<Value: RawRepresentable<String>>() throws(Damaged) -> Value? {
        try optional { (unpacker) throws(Damaged) in try unpacker.value() }
    }

    private mutating func evidence() throws(Damaged) -> Change.Evidence {
        Change.Evidence(text: try text(), lines: try lines())
    }

    private mutating func lines() throws(Damaged) -> LineRange {
        let first = try integer()
        let further = try integer()
        guard (0..<1 << 40).contains(first), (0..<1 << 40).contains(further) else { throw Damaged() }
        return LineRange(first, first + further)
    }

    private mutating func override() throws(Damaged) -> SignificanceOverride {
        let isKind = try flag()
        let id = try text()
        return SignificanceOverride(
            target: isKind ? .kind(id) : .change(id), significance: try value(), reason: try text())
    }

    /// Reads a finding with its place.
    mutating func finding() throws(Damaged) -> Finding {
        Finding(
            id: try text(), severity: try value(), message: try text(),
            place: try optional { (unpacker) throws(Damaged) in
                Place(
                    path: try unpacker.text(),
                    lines: try unpacker.optional { (unpacker) throws(Damaged) in try unpacker.lines() })
            },
            fix: try optionalText())
    }

    private mutating func edits(_ before: String?, _ after: String?) throws(Damaged) -> [WordEdit] {
        var walk = EditWalk(before, after)
        return try all { (unpacker) throws(Damaged) in
            let head = try unpacker.number()
            guard let operation = EditWalk.operation(Int(truncatingIfNeeded: head >> 1)) else { throw Damaged() }
            if head & 1 == 1 {
                let length = try unpacker.number()
                guard length < 1 << 40, let text = walk.take(operation, Int(length)) else { throw Damaged() }
                return WordEdit(operation, text)
            }
            let text = try unpacker.text()
            _ = walk.take(operation, text.utf8.count)
            return WordEdit(operation, text)
        }
    }
}

/// Walks along two texts as the edits between them do.
private struct EditWalk {
    private let before: [UInt8]
    private let after: [UInt8]
    private var old = 0
    private var new = 0

    init(_ before: String?, _ after: String?) {
        self.before = Array((before ?? "").utf8)
        self.after = Array((after ?? "").utf8)
    }

    static func number(_ operation: WordEdit.Operation) -> Int {
        switch operation {
        case .equal: 0
        case .delete: 1
        case .insert: 2
        }
    }

    static func operation(_ number: Int) -> WordEdit.Operation? {
        switch number {
        case 0: .equal
        case 1: .delete
        case 2: .insert
        default: nil
        }
    }

    /// Goes on by so many bytes, and returns those of the text that the operation speaks of; nil where it has no such bytes.
    mutating func take(_ operation: WordEdit.Operation, _ length: Int) -> String? {
        defer {
            if operation != .insert { old += length }
            if operation != .delete { new += length }
        }
        let (text, start) = operation == .insert ? (after, new) : (before, old)
        guard start <= text.count, length <= text.count - start else { return nil }
        return String(utf8: text, start..<(start + length))
    }
}
