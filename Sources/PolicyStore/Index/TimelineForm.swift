import PolicyIndex
import PolicyModel

// How the parts of a timeline are written into rows of the index, and read from them.

extension PolicyTimeline.Place {
    var packed: [UInt8] {
        var packer = Packer()
        packer.add(live) { $0.add($1) }
        packer.add(ended) { $0.add($1) }
        let parts = parts.map { (role: $0.key.text, id: $0.value) }.sorted { $0.role < $1.role }
        packer.add(all: parts) {
            $0.add($1.role)
            $0.add($1.id)
        }
        return packer.bytes
    }

    init(_ bytes: [UInt8]) throws(Unpacker.Damaged) {
        var unpacker = Unpacker(bytes)
        live = try unpacker.optional { (unpacker) throws(Unpacker.Damaged) in try unpacker.integer() }
        ended = try unpacker.optional { (unpacker) throws(Unpacker.Damaged) in try unpacker.integer() }
        for (role, id) in try unpacker.all({ (unpacker) throws(Unpacker.Damaged) in
            (PolicyFiles.Role(text: try unpacker.text()), try unpacker.id())
        }) {
            parts[role] = id
        }
    }
}

extension PolicyFiles.Role {
    /// The role as a word; no language is a word of its own here.
    var text: String {
        switch self {
        case .text: "text"
        case .rules: "rules"
        case .translation(let language): "translation " + language
        }
    }

    init(text: String) {
        self =
            switch text {
            case "text": .text
            case "rules": .rules
            default: .translation(language: String(text.dropFirst("translation ".count)))
            }
    }
}

extension Packer {
    mutating func add(_ record: PolicyTimeline.Record, of policy: PolicyTimeline.Policy) {
        add(record.step)
        add(policy.units.firstIndex(of: record.unit) ?? 0)
        add(record.value.commit)
        add(record.value.recorded)
        add(record.value.text) { $0.add($1) }
        add(record.value.rules) { $0.add($1) }
        add(all: record.value.translations) {
            $0.add($1.language)
            $0.add($1.text)
        }
    }
}

extension Unpacker {
    mutating func record(
        of policy: PolicyTimeline.Policy, paths: [String]
    ) throws(Damaged) -> PolicyTimeline.Record {
        let step = try integer()
        let unit = try integer()
        guard policy.units.indices.contains(unit) else { throw Damaged() }
        return PolicyTimeline.Record(
            step: step, unit: policy.units[unit],
            value: PolicyRecord(
                commit: try id(), recorded: try moment(), path: paths[unit],
                text: try optional { (unpacker) throws(Damaged) in try unpacker.id() },
                rules: try optional { (unpacker) throws(Damaged) in try unpacker.id() },
                translations: try all { (unpacker) throws(Damaged) in
                    PolicyRecord.Translation(language: try unpacker.text(), text: try unpacker.id())
                }))
    }
}
