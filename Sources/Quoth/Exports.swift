// A host program imports `Quoth` alone: these modules hold the types of its public face.
@_exported public import Diagnostics
@_exported public import Ingestion
@_exported public import QueryExecution
@_exported public import Rendering
