extension CompileExplanation {
    /// Values that are not of the type they should be.
    static let types = [
        "cannot_convert_initializer_value":
            "The value is of another type than the one after the colon. Change one of them, or convert the value.",
        "cannot_convert_argument_value":
            "The function takes another type here. Compare the call with the function's declaration.",
        "cannot_convert_to_return_type":
            "The function promises another type after `->`. Return a value of that type, or change the promise.",
        "cannot_return_value_from_void_func":
            "The function says nothing about a result. Declare it after the parameters, as in `-> Int`, or return nothing.",
        "missing_return_decl":
            "The function promises a result, but one way through it ends without `return`. Every way must return a value or throw.",
        "optional_not_unwrapped":
            "The value may be missing (`nil`). Take it out first: `if let`, `guard let`, or a default with `??`.",
        "unresolved_nil_literal":
            "`nil` alone does not tell what is missing. Say the type, as in `let x: Int? = nil`.",
        "collection_literal_empty":
            "An empty collection does not tell what it holds. Say the type, as in `var results: [String] = []`.",
        "cannot_infer_closure_parameter_type":
            "Nothing here tells what the closure is given. Say it, as in `{ (name: String) in … }`.",
        "unbound_generic_parameter":
            "Nothing here tells which type is meant. Say it, as in `let x: Int? = …`.",
        "cannot_apply_binop_to_args":
            "The two sides are of types that do not go together with this operator. Convert one of them first.",
        "integer_used_as_boolean":
            "A condition is true or false, and a number is neither. Compare it, as in `count != 0`.",
        "use_of_equal_instead_of_equality":
            "`=` sets a variable. To compare, write `==`.",
        "expression_too_complex":
            "The expression is so tangled that the compiler gave up. Put parts of it into `let`s with their types.",
        "non_exhaustive_switch":
            "A `switch` must have a case for every value. Add those that are missing, or `default:`.",
        "type_does_not_conform":
            "The type promises a protocol, but something that the protocol asks for is missing. The notes say what.",
    ]
}
