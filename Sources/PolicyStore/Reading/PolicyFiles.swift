import PolicyModel

/// Which files of a tree are a policy's, and which part of it each is.
struct PolicyFiles: Sendable {
    /// What a file is to its policy.
    enum Role: Hashable, Sendable {
        case text
        case rules
        case translation(language: String)
    }

    /// A policy's place in the tree, and a file's part in it.
    struct Part: Hashable, Sendable {
        /// In the native layout the policy's folder, in `documents` the file itself.
        let unit: GitPath
        let role: Role
    }

    let layout: Layout
    /// The folder that holds the policies.
    let root: GitPath

    /// Returns what part of which policy a file is; nil for a file that is none.
    func part(_ path: GitPath) -> Part? {
        guard path.isInside(root), !isHidden(path) else { return nil }
        switch layout {
        case .documents:
            guard let stem = Self.markdownStem(path.name) else { return nil }
            if path.folder == root, Self.housekeeping.contains(Self.uppercased(stem)) { return nil }
            return Part(unit: path, role: .text)
        case .native:
            return Self.role(path.name).map { Part(unit: path.folder, role: $0) }
        }
    }

    /// Whether a folder can hold policies.
    func canHoldPolicies(_ folder: GitPath) -> Bool {
        guard folder.isInside(root) || root.isInside(folder) else { return false }
        if folder.name.first == UInt8(ascii: ".") { return false }
        return layout == .documents || folder.name != Array("notices".utf8)
    }

    /// Returns the id that a policy's place gives it: its path without `.md`, or its folder's name.
    func id(_ unit: GitPath) -> PolicyID {
        switch layout {
        case .documents:
            let relative = unit.relative(to: root)
            let stem = Self.markdownStem(relative.bytes) ?? relative.bytes
            return PolicyID(GitPath(stem).text)
        case .native:
            return PolicyID(unit.isEmpty ? "policy" : GitPath(unit.name).text)
        }
    }

    /// Returns the path of the text of a policy.
    func textPath(_ unit: GitPath) -> GitPath {
        layout == .documents ? unit : unit.appending(Self.textName)
    }

    static let textName = Array("policy.md".utf8)
    static let rulesName = Array("rules.yaml".utf8)
    static let settingsName = Array("policyhistory.yaml".utf8)

    /// Files that speak of the repository, not of a policy.
    private static let housekeeping: Set<[UInt8]> = Set(
        ["README", "LICENSE", "CONTRIBUTING", "CODE_OF_CONDUCT", "CHANGELOG", "SECURITY"].map { Array($0.utf8) })

    /// Returns what a file of this name is in a policy's folder.
    static func role(_ name: [UInt8]) -> Role? {
        if name == textName { return .text }
        if name == rulesName { return .rules }
        let (prefix, suffix) = (Array("policy.".utf8), Array(".md".utf8))
        guard name.starts(with: prefix), name.count > prefix.count + suffix.count, name.suffix(3) == suffix[...] else {
            return nil
        }
        let language = name[prefix.count..<(name.count - suffix.count)]
        // The characters of a BCP 47 tag; `policy.old.backup.md` is no translation.
        guard language.allSatisfy({ isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }) else { return nil }
        return .translation(language: String(decoding: language, as: UTF8.self))
    }

    private func isHidden(_ path: GitPath) -> Bool {
        path.relative(to: root).bytes.split(separator: UInt8(ascii: "/")).dropLast().contains {
            $0.first == UInt8(ascii: ".")
        }
    }

    /// Returns the name without `.md` or `.markdown`; nil where it ends in neither.
    private static func markdownStem(_ name: [UInt8]) -> [UInt8]? {
        for ending in [".md", ".markdown"] where uppercased(name.suffix(ending.utf8.count)) == uppercased(ending.utf8) {
            let stem = name.dropLast(ending.utf8.count)
            return stem.isEmpty || stem.last == UInt8(ascii: "/") ? nil : Array(stem)
        }
        return nil
    }

    private static func uppercased(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        bytes.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) ? $0 - 32 : $0 }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
