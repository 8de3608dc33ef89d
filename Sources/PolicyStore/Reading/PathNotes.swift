import PolicyModel

/// What is noticed in the paths of a history: links, submodules, names that are not UTF-8.
struct PathNotes: Hashable, Sendable {
    /// What is noticed.
    enum Note: UInt64, Hashable, Sendable {
        case symlink, submodule, notUTF8
    }

    /// What is noticed, each path once.
    private(set) var notes: [GitPath: Note] = [:]

    init(_ notes: [GitPath: Note] = [:]) { self.notes = notes }

    /// Takes in the paths of a step; steps are given oldest first.
    mutating func add(_ step: GitStep) {
        for change in step.changes {
            for side in [change.old, change.new].compactMap(\.self) {
                switch side.mode {
                case .symlink: notes[change.path] = .symlink
                case .submodule: notes[change.path] = .submodule
                case .file, .executable, .folder:
                    if !change.path.isUTF8, notes[change.path] == nil { notes[change.path] = .notUTF8 }
                }
            }
        }
    }

    /// Above this many findings of one kind the rest is told as a number.
    private static let limit = 20

    /// The notes in words, in the order of the paths.
    var findings: [Finding] {
        let all = notes.sorted { $0.key < $1.key }.map { path, note in
            switch note {
            case .symlink: Finding.symlinkIgnored(path.text)
            case .submodule: Finding.submoduleIgnored(path.text)
            case .notUTF8: Finding.pathNotUTF8(path.text)
            }
        }
        var counts: [String: Int] = [:]
        var result: [Finding] = []
        for finding in all {
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
