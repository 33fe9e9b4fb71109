print("leaf", __name__)
from .. import sibling
from ..sibling import name as sibling_name
from . import __name__ as parent_name
def where(): return parent_name, sibling_name, sibling.name
