import PolicyModel

/// How the policies of a repository lie in its newest commit: the settings, the folder, the layout.
struct RepositoryArrangement: Sendable {
    let settings: Settings
    /// The folder that holds the policies.
    let root: GitPath
    let layout: Layout
    let findings: [Finding]
}

extension GitRepository {
    /// Reads how the policies lie in a tree.
    ///
    /// - Parameters:
    ///   - tree: the tree of the newest commit.
    ///   - root: the folder asked for; nil means as the settings say, else the top.
    ///   - layout: the layout asked for; nil means as the settings say, else as detected.
    /// - Throws: where the root is not in the tree or is no path, or an object cannot be read.
    func arrangement(
        of tree: ObjectID, root: String?, layout: Layout?, parseSettings: ([UInt8], String) -> (Settings, [Finding])
    ) throws -> RepositoryArrangement {
        let asked = try root.map { try Self.rootPath($0) }
        var settings = Settings()
        var findings: [Finding] = []
        var hasSettings = false
        for folder in [asked, GitPath([])].compactMap(\.self) {
            let path = folder.appending(PolicyFiles.settingsName)
            guard let entry = try entry(path, in: tree), entry.mode.isFile else { continue }
            hasSettings = true
            switch try content(of: entry.id, limit: GitPolicySource.blobLimit) {
            case .content(let bytes): (settings, findings) = parseSettings(bytes, path.text)
            case .tooLarge(let size): findings = [.blobTooLarge(path.text, size: size)]
            }
            break
        }
        let rootPath = try asked ?? Self.rootPath(settings.root)
        guard try rootPath.isEmpty || entry(rootPath, in: tree)?.mode == .folder else {
            throw StoreError.rootMissing(rootPath.text)
        }
        let found =
            try layout ?? settings.layout
            ?? (hasSettings || hasNativePolicy(in: tree, at: rootPath) ? .native : .documents)
        return RepositoryArrangement(settings: settings, root: rootPath, layout: found, findings: findings)
    }

    /// Reads a root as people write it: `policies`, `./policies/`, `/` or nothing for the top.
    static func rootPath(_ text: String) throws(StoreError) -> GitPath {
        let names = GitPath(text).names.filter { $0 != Array(".".utf8) }
        guard !names.contains(Array("..".utf8)), !text.utf8.contains(0) else { throw .invalidRoot(text) }
        return names.reduce(GitPath([])) { $0.appending($1) }
    }

    /// Whether some folder below `root` holds both `policy.md` and `rules.yaml`.
    ///
    /// Reads each folder once, at most.
    private func hasNativePolicy(in tree: ObjectID, at root: GitPath) throws -> Bool {
        guard let top = try entry(root, in: tree) else { return false }
        var folders = [top.id]
        while let folder = folders.popLast() {
            let entries = try self.tree(folder)
            let names = Set(entries.filter(\.mode.isFile).map(\.name))
            if names.contains(PolicyFiles.textName), names.contains(PolicyFiles.rulesName) { return true }
            folders.append(
                contentsOf: entries.filter { $0.mode == .folder && $0.name.first != UInt8(ascii: ".") }.map(\.id))
        }
        return false
    }
}
