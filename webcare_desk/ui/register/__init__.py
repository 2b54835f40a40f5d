"""The register of safety cases: what stands where, for PV officers and supervisors."""
