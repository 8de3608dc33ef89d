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
    ///   - cache: which folders are known to hold no native policy, from earlier runs.
    /// - Throws: where the root is not in the tree or is no path, or an object cannot be read.
    func arrangement(
        of tree: ObjectID, root: String?, layout: Layout?, cache: (any ComparisonCache)? = nil,
        parseSettings: ([UInt8], String) -> (Settings, [Finding])
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
            ?? (hasSettings || hasNativePolicy(in: tree, at: rootPath, cache) ? .native : .documents)
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
    /// Reads each folder once, at most; one that was read in an earlier run, and held none, is not read again.
    private func hasNativePolicy(in tree: ObjectID, at root: GitPath, _ cache: (any ComparisonCache)?) throws -> Bool {
        guard let top = try entry(root, in: tree) else { return false }
        var level = [top.id]
        var plain: [ObjectID] = []
        while !level.isEmpty {
            var next: [ObjectID] = []
            for folder in level {
                let entries = try self.tree(folder)
                let names = Set(entries.filter(\.mode.isFile).map(\.name))
                if names.contains(PolicyFiles.textName), names.contains(PolicyFiles.rulesName) { return true }
                next += entries.filter { $0.mode == .folder && $0.name.first != UInt8(ascii: ".") }.map(\.id)
            }
            let known = cache?.kept(next.map(Self.plainFolder)) ?? next.map { _ in nil }
            level = zip(next, known).filter { $0.1 == nil }.map(\.0)
            plain += level
        }
        // Nothing below any of them holds one.
        for folder in plain { cache?.keep([1], as: Self.plainFolder(folder)) }
        return false
    }

    private static func plainFolder(_ folder: ObjectID) -> CacheKey { CacheKey("plain-folder") { $0.add(folder) } }
}
