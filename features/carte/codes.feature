# language: fr
Fonctionnalité: Les codes d'une carte et leurs essais

  @K_03
  Plan du scénario: Trois codes porteur faux bloquent la carte, le code de déblocage la libère
    Étant donné la carte "CPS de médecin, code porteur à un essai", <place>
    Quand le logiciel présente un code porteur faux
    Alors la carte répond "63 C0"
    Quand le logiciel présente le bon code porteur
    Alors la carte répond "69 83"
    Quand le logiciel présente le code de déblocage
    Et que le logiciel donne un nouveau code porteur
    Alors la carte répond "90 00"
    Quand le logiciel présente le bon code porteur
    Alors la carte répond "90 00"

    Exemples:
      | place                |
      | hors de tout lecteur |
      | dans un lecteur      |

  @K_03
  Plan du scénario: Une réinitialisation oublie le code présenté, pas les essais perdus
    Étant donné la carte "CPS de médecin", <place>
    Quand le logiciel présente un code porteur faux
    Et que la carte est réinitialisée
    Et que le logiciel envoie "00 20 00 01 00"
    Alors la carte répond "63 C2"
    Quand le logiciel présente le bon code porteur
    Et que la carte est réinitialisée
    Et que le logiciel envoie "00 20 00 01 00"
    Alors la carte répond "63 C3"

    Exemples:
      | place                |
      | hors de tout lecteur |
      | dans un lecteur      |

  @K_03
  Plan du scénario: Un code de déblocage bloqué ne libère plus rien
    Étant donné la carte "CPS de médecin, code porteur bloqué, code de déblocage bloqué", <place>
    Quand le logiciel présente le code de déblocage
    Alors la carte répond "69 83"
    Quand le logiciel donne un nouveau code porteur
    Alors la carte répond "69 82"

    Exemples:
      | place                |
      | hors de tout lecteur |
      | dans un lecteur      |
