import PolicyDiff
import PolicyModel

extension Timeline {
    /// Returns the states that led to one record of a version, oldest first, that record last; after the policy's last end
    /// before it, since what was deleted and created again begins anew.
    ///
    /// On an axis they follow one another as they came into force. A version that never did (not yet, or withdrawn) comes
    /// after what was in force when it was recorded.
    func line(to position: Position, at cut: Cut, _ axis: Axis) throws -> [Position] {
        var line = try steps(after: .beforeAll, through: cut, axis)
        if let place = line.lastIndex(of: position) {
            line = Array(line[...place])
        } else {
            line = line.filter { $0.entry < position.entry } + [position]
        }
        if let end = line.lastIndex(where: { points[$0.point].isEnd }) { line.removeFirst(end + 1) }
        return line
    }
}

extension Cut {
    /// Before anything that can be dated.
    static var beforeAll: Cut {
        let day = CivilDate(daysSinceEpoch: .min)
        return Cut(lastDay: day, lastMoment: Instant(secondsSinceEpoch: .min))
    }
}

extension Texts {
    /// Returns what became of each part between two records.
    func trace(from old: PolicyRecord, to new: PolicyRecord) throws -> Trace {
        PolicyDiff.trace(try content(of: old), try content(of: new), options: options)
    }
}

extension Texts {
    /// How many bytes of text a record has, markup left out.
    func size(of record: PolicyRecord) throws -> Int {
        try content(of: record).document.clauses.reduce(0) { $0 + $1.text.utf8.count }
    }
}

extension PolicyContent {
    /// The words of some of its headings and clauses, in the order of the text.
    func text(of items: some Collection<Item>) -> String {
        items.map(document.text(of:)).joined(separator: "\n")
    }
}

extension Document {
    func text(of item: Item) -> String {
        switch item {
        case .heading(let index): sections[index].heading
        case .clause(let index): clauses[index].text
        }
    }
}
