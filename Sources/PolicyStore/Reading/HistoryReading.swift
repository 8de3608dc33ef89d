import PolicyModel

/// Reads the policies' histories along a line: walk, then timeline, then names.
struct HistoryReading {
    let source: GitPolicySource
    let line: FirstParentLine

    /// Returns all histories with what was noticed on the way.
    func all() throws -> (histories: [PolicyHistory], findings: [Finding]) {
        let files = source.files
        let steps = try source.repository.steps(along: line, below: files.root, selection)
        var timeline = PolicyTimeline(files: files)
        let matching = RenameMatching(lines: lines)
        for step in steps {
            try timeline.apply(step) { try matching.pairs(removed: $0.removed, added: $0.added) }
        }
        let named = try PolicyNaming(files: files) { try source.statement(of: $0)?.id }.histories(of: timeline.policies)
        return (named.histories, named.findings + findings(in: steps))
    }

    /// The policies' files, and what is to be told of but not read.
    private var selection: GitSelection {
        let files = source.files
        return GitSelection(
            entersFolder: { files.canHoldPolicies($0) },
            keeps: { path, mode in mode == .symlink || mode == .submodule || files.part(path) != nil })
    }

    /// Returns the lines of a text; nil where it is over a megabyte: such a text is matched only with an equal one.
    private func lines(_ text: ObjectID) throws -> [ArraySlice<UInt8>]? {
        switch try source.repository.content(of: text, limit: 1 << 20) {
        case .content(let bytes): bytes.split(separator: UInt8(ascii: "\n"))
        case .tooLarge: nil
        }
    }

    /// Returns what is noticed in the paths of the steps, each path once, in the order of the paths.
    private func findings(in steps: [GitStep]) -> [Finding] {
        var found: [GitPath: Finding] = [:]
        for change in steps.lazy.flatMap(\.changes) {
            for side in [change.old, change.new].compactMap(\.self) {
                switch side.mode {
                case .symlink: found[change.path] = .symlinkIgnored(change.path.text)
                case .submodule: found[change.path] = .submoduleIgnored(change.path.text)
                case .file, .executable, .folder:
                    if found[change.path] == nil, !change.path.isUTF8 {
                        found[change.path] = .pathNotUTF8(change.path.text)
                    }
                }
            }
        }
        return shortened(found.sorted { $0.key < $1.key }.map(\.value))
    }

    /// Above this many findings of one kind the rest is told as a number.
    private static let limit = 20

    private func shortened(_ findings: [Finding]) -> [Finding] {
        var counts: [String: Int] = [:]
        var result: [Finding] = []
        for finding in findings {
            counts[finding.id, default: 0] += 1
            if counts[finding.id, default: 0] <= Self.limit { result.append(finding) }
        }
        for (id, count) in counts.sorted(by: { $0.key < $1.key }) where count > Self.limit {
            guard let first = result.first(where: { $0.id == id }) else { continue }
            result.append(.further(count - Self.limit, like: first))
        }
        return result
    }
}
