/// How an answer is printed for people.
package struct RenderingOptions: Hashable, Sendable {
    /// The columns to fill, at least 40.
    package let width: Int
    /// Whether ANSI colours are used; colour never carries a meaning alone.
    package let color: Bool
    /// Whether everything is printed: editorial changes one by one, texts in full, all unchanged policies.
    package let all: Bool

    /// Makes options; widths below 40 are raised to it.
    package init(width: Int = 80, color: Bool = false, all: Bool = false) {
        self.width = max(40, width)
        self.color = color
        self.all = all
    }
}
