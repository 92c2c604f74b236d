#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The locale decides how wide characters are and whether they can be printed at all.
enum TerminalLocale {
    /// Takes the learner's locale, or a plain UTF-8 one where that is another encoding, such as under LANG=C: the
    /// tutor's texts are UTF-8, and so are terminals. To be called early: other threads may read the locale later.
    static func useUTF8() {
        setlocale(LC_CTYPE, "")
        for locale in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] where !isUTF8 {
            setlocale(LC_CTYPE, locale)
        }
    }

    private static var isUTF8: Bool {
        nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } == "UTF-8"
    }
}
