package import PolicyDiff
package import PolicyModel

/// The two texts of a comparison as one: what a page shows below the list of changes.
package struct WholeText: Hashable, Sendable {
    /// The title of the text; nil where it has none.
    package let title: String?
    /// The language as asked for or declared (BCP 47); nil where it is not known.
    package let language: String?
    /// The texts in one.
    package let redline: Redline

    /// Makes the whole of two texts.
    ///
    /// Costs what their comparison costs.
    ///
    /// - Parameter language: the language where it was asked for; nil means as declared in the texts.
    package init(_ old: Document, _ new: Document, language: String? = nil) {
        self.init(
            title: new.title ?? old.title, language: language ?? new.language ?? old.language,
            redline: Redline(old, new, language: language))
    }

    /// Makes the whole of a redline that is there already.
    package init(title: String?, language: String?, redline: Redline) {
        self.title = title
        self.language = language
        self.redline = redline
    }
}
