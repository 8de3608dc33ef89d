package import PolicyModel

extension Chronicle {
    /// Returns the history of a policy that someone named: by id, by an earlier id, or by the file name of a `documents` repository.
    ///
    /// - Throws: `QueryError` with `unknownPolicy` and the nearest names.
    package func history(named name: String) throws -> PolicyHistory {
        if let history = try source.history(of: PolicyID(name)) { return history }
        let stem = name.withoutMarkdownExtension
        if stem != name, let history = try source.history(of: PolicyID(stem)) { return history }
        let names = try source.histories().flatMap { [$0.id.text] + $0.aliases.map(\.text) }
        throw QueryError.unknownPolicy(name, nearest: nearest(to: name, among: names))
    }

    func histories(named names: [String]) throws -> [PolicyHistory] {
        if names.isEmpty { return try source.histories() }
        var seen: Set<PolicyID> = []
        return try names.map { try history(named: $0) }.filter { seen.insert($0.id).inserted }
    }

    /// Returns the record that an argument names: a label, then a date, then a git revision.
    ///
    /// A date means the version that binds at its end on the axis. A revision means the newest record at or before that commit on
    /// the line.
    func position(named argument: String, in timeline: Timeline, axis: Axis) throws -> Timeline.Position {
        let points = timeline.points
        if let point = points.firstIndex(where: { $0.label == argument && !$0.isEnd }) {
            return Timeline.Position(point: point, entry: points[point].latest)
        }
        let policy = timeline.history.id.text
        var dateError: QueryError?
        do {
            let when = try DateArgument.read(argument, now: now)
            if let found = try timeline.state(at: when.end, axis), !points[found.point].isEnd { return found }
            throw QueryError.nothingInForce(
                policy, at: when.description, hint: try timeline.absence(at: when.end, axis))
        } catch let error as QueryError where error.code == .unreadableDate {
            dateError = error
        }
        guard let commit = try source.commit(revision: argument) else {
            // Something that was meant as a date is answered as one.
            if let dateError, argument.utf8.first.map({ (48...57).contains($0) }) ?? false, argument.contains("-") {
                throw dateError
            }
            throw QueryError.unknownVersion(
                argument, policy: policy, labels: points.filter { !$0.isEnd }.suffix(3).map(\.label))
        }
        guard let place = try source.position(of: commit) else { throw QueryError.offTheLine(argument) }
        let entry = try timeline.records.lastIndex { try source.position(of: $0.commit).map { $0 <= place } ?? false }
        guard let entry, !timeline.records[entry].isDeletion else {
            let cut = entry.map { Cut(endOf: timeline.records[$0].recorded.utcDay) } ?? .beforeAll
            throw QueryError.nothingInForce(policy, at: argument, hint: try timeline.absence(at: cut, .recorded))
        }
        return timeline.position(ofEntry: entry)
    }
}

extension Timeline {
    /// The policy's name: the title of its newest version that states one, else the heading of its newest text, else the last part of its id.
    ///
    /// - Parameter heading: Whether to look up the heading that the whole text stands under, which takes reading the newest text.
    func name(heading: Bool = false) throws -> PolicyName {
        let recorded = records.indices.reversed().filter { !records[$0].isDeletion }
        let stated = try isNative ? recorded.compactMap { try statement($0)?.title }.first { !$0.isEmpty } : nil
        var outline: Outline?
        if heading || stated == nil, let newest = recorded.first {
            outline = try texts.outline(of: records[newest])
        }
        let last = history.id.text.split(separator: "/").last.map(String.init)
        let title = [stated, outline?.title, last].compactMap { $0 }.first { !$0.isEmpty }
        return PolicyName(id: history.id, title: title ?? history.id.text, heading: outline?.soleTopHeading)
    }
}
