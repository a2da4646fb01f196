# language: fr
Fonctionnalité: Plusieurs lecteurs, plusieurs cartes

  @K_07
  Scénario: Deux cartes dans deux lecteurs ne partagent rien
    Étant donné la carte "CPS de médecin" dans le premier lecteur
    Et la carte "CPS de sage-femme" dans le deuxième lecteur
    Quand le logiciel s'adresse au premier lecteur
    Et que le logiciel présente un code porteur faux
    Alors la carte répond "63 C2"
    Quand le logiciel s'adresse au deuxième lecteur
    Et que le logiciel envoie "00 20 00 01 00"
    Alors la carte répond "63 C3"

  @K_07
  Scénario: Le code présenté dans un lecteur n'ouvre pas la carte de l'autre
    Étant donné la carte "CPS de médecin" dans le premier lecteur
    Et la carte "CPS de médecin" dans le deuxième lecteur
    Quand le logiciel s'adresse au premier lecteur
    Et que le logiciel présente le bon code porteur
    Alors la carte répond "90 00"
    Quand le logiciel s'adresse au deuxième lecteur
    Et que le logiciel envoie "00 20 00 01 00"
    Alors la carte répond "63 C3"

  @K_07
  Scénario: Une carte qui change de lecteur garde ses compteurs et oublie sa session
    Étant donné la carte "CPS de médecin" dans le premier lecteur
    Quand le logiciel présente le bon code porteur
    Et que le logiciel présente un code porteur faux
    Et que le logiciel présente un code porteur faux
    Alors la carte répond "63 C1"
    Quand la carte du premier lecteur passe dans l'autre
    Et que le logiciel s'adresse au deuxième lecteur
    Et que le logiciel envoie "00 20 00 01 00"
    Alors la carte répond "63 C1"

  @K_07
  Scénario: Le code vérifié ne suit pas la carte dans l'autre lecteur
    Étant donné la carte "CPS de médecin" dans le premier lecteur
    Quand le logiciel présente le bon code porteur
    Alors la carte répond "90 00"
    Quand la carte du premier lecteur passe dans l'autre
    Et que le logiciel s'adresse au deuxième lecteur
    Et que le logiciel envoie "00 20 00 01 00"
    Alors la carte répond "63 C3"

  @K_07
  Scénario: Deux cartes échangées gardent chacune leur état
    Étant donné la carte "CPS de médecin, code porteur à un essai" dans le premier lecteur
    Et la carte "CPS de sage-femme, code porteur bloqué" dans le deuxième lecteur
    Quand les deux cartes sont échangées
    Et que le logiciel s'adresse au premier lecteur
    Et que le logiciel présente le bon code porteur
    Alors la carte répond "69 83"
    Quand le logiciel s'adresse au deuxième lecteur
    Et que le logiciel présente le bon code porteur
    Alors la carte répond "90 00"
