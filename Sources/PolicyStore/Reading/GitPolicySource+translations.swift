package import PolicyModel
internal import PolicyParsing

extension GitPolicySource {
    /// A translation of a version's text, as it was recorded with it.
    package struct ReadTranslation: Sendable {
        /// The language in the file name.
        package let language: String
        /// The label of the version it says that it renders; nil where it says none.
        package let translates: String?
        /// Why the version exists, in its words; nil where it does not say.
        package let reason: String?
        /// What it says.
        package let document: Document
    }

    /// Returns the translations that were recorded with a version, by language; one over the limit of a text is left out.
    ///
    /// - Throws: where the repository is damaged. Cost: each is read and parsed anew.
    package func translations(of record: PolicyRecord) throws -> [ReadTranslation] {
        try record.translations.compactMap { translation in
            guard case .content(let bytes) = try bytes(of: translation.text) else { return nil }
            let path = GitPath(record.path).folder.appending("policy.\(translation.language).md".utf8).text
            let statement = parseStatement(bytes, path: path, layout: layout)
            return ReadTranslation(
                language: translation.language, translates: statement.translates, reason: statement.reason,
                document: parseDocument(bytes, path: path, layout: layout).document)
        }
    }

    /// Returns the name of the author of a commit, as git recorded it; nil where it has none.
    ///
    /// - Throws: where the commit cannot be read.
    package func author(of commit: ObjectID) throws -> String? {
        try StoreError.translating("read a commit") { try repository.author(of: commit) }
    }
}
