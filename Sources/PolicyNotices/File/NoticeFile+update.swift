package import PolicyModel

extension NoticeFile {
    /// Returns the file with its generated parts as they are now, and all that people wrote.
    ///
    /// A part whose words are people's keeps them; where what is generated has changed since, the newer sentence stands beside it
    /// as a comment, to be resolved by hand. A part that is no longer generated goes, unless people gave it their words.
    /// - Parameters:
    ///   - units: What is generated now.
    ///   - statement: What the file says of itself now.
    ///   - wanted: What people are still asked for.
    package func updated(_ units: [NoticeUnit], statement: NoticeStatement, wanted: [Wanted]) -> NoticeFile {
        let old = Dictionary(self.units.map { ($0.key, $0) }) { first, _ in first }
        let waived = Set(
            statement.waivers.compactMap { waiver in
                if case .change(let id) = waiver.target { id } else { nil }
            })
        let kept = units.filter { unit in
            // A change that people waived and took out stays out.
            old[unit.key] != nil || unit.key.changes.isEmpty || !unit.key.changes.allSatisfy(waived.contains)
        }
        let present = Set(kept.map(\.key))
        var behind = writings(staying: present)
        var parts: [Part] = behind.removeValue(forKey: nil) ?? []
        for unit in kept {
            if let before = old[unit.key] {
                parts += before.renewed(unit, isUnresolved: unresolved.contains(unit.key))
            } else {
                parts.append(.unit(Unit(unit, line: 0)))
            }
            parts += behind.removeValue(forKey: unit.key) ?? []
        }
        return NoticeFile(statement: statement, parts: Self.asking(parts, wanted))
    }

    /// The parts beside which a newer sentence stands that nobody has dealt with yet.
    var unresolved: Set<NoticeKey> {
        var keys: Set<NoticeKey> = []
        var last: NoticeKey?
        for part in parts {
            switch part {
            case .unit(let unit): last = unit.key
            case .people(let text, _):
                if let last, text.hasPrefix(Self.newer) || text.contains("\n" + Self.newer) { keys.insert(last) }
            }
        }
        return keys
    }

    /// What people wrote, by the generated part that it stands behind and that stays; edited parts that go are people's too.
    private func writings(staying present: Set<NoticeKey>) -> [NoticeKey?: [Part]] {
        var behind: [NoticeKey?: [Part]] = [:]
        var last: NoticeKey?
        for part in parts {
            switch part {
            case .unit(let unit) where present.contains(unit.key): last = unit.key
            case .unit(let unit): if unit.isEdited { behind[last, default: []].append(part) }
            case .people(let text, let line):
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !Self.isAside($0) }
                if lines.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { continue }
                behind[last, default: []].append(.people(lines.joined(separator: "\n"), line: line))
            }
        }
        return behind
    }

    /// Puts the questions that are still open at the end.
    private static func asking(_ parts: [Part], _ wanted: [Wanted]) -> [Part] {
        if wanted.isEmpty { return parts }
        let lines = wanted.map { "<!-- wanted:\($0.subject.rawValue) \($0.question) -->" }
        return parts + [.people(lines.joined(separator: "\n"), line: 0)]
    }
}

extension NoticeFile.Unit {
    /// The part with what is generated now, or with people's words.
    fileprivate func renewed(_ unit: NoticeUnit, isUnresolved: Bool) -> [NoticeFile.Part] {
        guard isEdited, markdown != unit.markdown else { return [.unit(NoticeFile.Unit(unit, line: line))] }
        let new = NoticeMark.hash(of: unit.markdown)
        let own = NoticeFile.Part.unit(NoticeFile.Unit(key: key, markdown: markdown, hash: new, line: line))
        if new == hash, !isUnresolved { return [own] }
        let comment = unit.markdown.replacing("--", with: "‑‑")
        return [own, .people("\(NoticeFile.newer) \(comment) -->", line: line)]
    }
}
